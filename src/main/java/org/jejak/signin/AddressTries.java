package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slows down one address that tries many accounts.
 *
 * <p>Addresses are not kept: what stands in memory is their hash under a key that is thrown away
 * every ten minutes, and nothing is stored.
 */
@ApplicationScoped
public class AddressTries {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final String MAC = "HmacSHA256";

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Integer> tries = new HashMap<>();
  private Instant until = Instant.MIN;
  private byte[] key = new byte[32];

  @Inject SigninSettings settings;
  @Inject Clock clock;

  /** Counts one more; how long to wait, or empty where the password may be looked at. */
  synchronized Optional<Duration> count(String address) {
    Instant now = clock.instant();
    if (now.isAfter(until)) {
      tries.clear();
      random.nextBytes(key);
      until = now.plus(WINDOW);
    }
    int soFar = tries.merge(keyed(address), 1, Integer::sum);
    return soFar > settings.wrongPerAddress()
        ? Optional.of(Duration.between(now, until))
        : Optional.empty();
  }

  /** A right password does not count. */
  synchronized void uncount(String address) {
    tries.computeIfPresent(keyed(address), (unused, count) -> Math.max(0, count - 1));
  }

  private String keyed(String address) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }
}
