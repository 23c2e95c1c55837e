package org.jejak.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jejak.base.KeyFile;
import org.jejak.base.Refusal;

/**
 * Argon2id (46 MiB, one pass, one lane) over the password and a pepper that is not in the database.
 *
 * <p>At most two at a time, so that a flood of sign-ins cannot take both cores; who waits longer
 * than two seconds is asked to come back.
 */
@ApplicationScoped
public class PasswordHasher {
  private static final int MEMORY_KIB = 47_104;
  private static final int AT_A_TIME = 2;
  private static final Duration QUEUE = Duration.ofSeconds(2);
  private static final String MAC = "HmacSHA256";

  private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, 1, 1, 32, Argon2.ID);
  private final SecureRandom random = new SecureRandom();
  private final Semaphore places = new Semaphore(AT_A_TIME, true);
  private byte[] pepper;
  private String nobodys;

  @Inject SigninSettings settings;

  public PasswordHasher() {}

  PasswordHasher(byte[] pepper) {
    this.pepper = pepper.clone();
    this.nobodys = hash("nobody");
  }

  @PostConstruct
  void load() {
    pepper = KeyFile.read(settings.keys(), "password-pepper");
    nobodys = hash("nobody");
  }

  /** The hash to store, as a PHC string with its own salt. */
  String hash(String password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return inTurn(() -> argon2.hash(peppered(password), salt).getResult());
  }

  /**
   * Whether this is the password of the stored hash.
   *
   * @param stored {@code null} for an account that does not exist: as much is computed, and the
   *     answer is no
   */
  boolean matches(String password, String stored) {
    String against = stored == null ? nobodys : stored;
    boolean same =
        inTurn(
            () ->
                Argon2Function.getInstanceFromHash(against)
                    .check(peppered(password), against.getBytes(StandardCharsets.US_ASCII)));
    return same && stored != null;
  }

  /** A name for what must be found again but not read, such as the user name in the throttle. */
  String keyed(String use, String text) {
    return HexFormat.of().formatHex(mac(use + '\0' + text));
  }

  private byte[] peppered(String password) {
    // Base 64, because the library reads bytes as text.
    return Base64.getEncoder()
        .encode(mac("password\0" + Normalizer.normalize(password, Normalizer.Form.NFC)));
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(pepper, MAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static Refusal busy() {
    return new Refusal(Refusal.Kind.LATER, "signin.busy", "too many sign-ins at once", QUEUE);
  }
}
