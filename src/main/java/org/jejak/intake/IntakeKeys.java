package org.jejak.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jejak.base.KeyFile;

/**
 * What intake keeps secret, under two key files: the pepper, from which codes are hashed and forms
 * are sealed, and the key of the envelope, which a later start may keep on another machine.
 */
@ApplicationScoped
public class IntakeKeys {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int ENVELOPE_STEP = 512;

  @Inject IntakeSettings settings;
  private final SecureRandom random = new SecureRandom();
  private byte[] pepper;
  private byte[] envelope;

  @PostConstruct
  void load() {
    pepper = KeyFile.read(settings.keys(), "intake-pepper");
    envelope = KeyFile.read(settings.keys(), "identity-envelope");
  }

  /** What is stored in place of a code. */
  String hash(InboxCode code) {
    return HexFormat.of().formatHex(mac("code", code.normalised()));
  }

  /** What tells a report sent twice from another one under the same code. */
  String hash(InboxCode code, String content) {
    return HexFormat.of().formatHex(mac("body", code.normalised() + '\0' + content));
  }

  /** The code of the program that sends this idempotency key: always the same. */
  public InboxCode codeFor(String idempotencyKey) {
    return InboxCode.derived(mac("idempotency", idempotencyKey));
  }

  /** The envelope: padded, so that its length does not tell a short name from a long one. */
  byte[] sealIdentity(String handle, Reporter reporter) {
    byte[] words =
        (reporter.name() + '\0' + (reporter.contact() == null ? "" : reporter.contact()))
            .getBytes(StandardCharsets.UTF_8);
    int padded = (words.length / ENVELOPE_STEP + 1) * ENVELOPE_STEP;
    return encrypt(envelope, "identity " + handle, Arrays.copyOf(words, padded));
  }

  /** Hides and signs what a form carries from page to page. */
  public String sealForm(String purpose, String content) {
    byte[] sealed =
        encrypt(mac("form", purpose), purpose, content.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** What {@link #sealForm} hid; empty where we did not seal it for this purpose. */
  public Optional<String> openForm(String purpose, String sealed) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      if (bytes.length < NONCE + TAG_BITS / 8) {
        return Optional.empty();
      }
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, mac("form", purpose), purpose, bytes);
      byte[] content = cipher.doFinal(bytes, NONCE, bytes.length - NONCE);
      return Optional.of(new String(content, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | AEADBadTagException notOurs) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is missing", e);
    }
  }

  private byte[] encrypt(byte[] key, String context, byte[] content) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      ByteArrayOutputStream sealed = new ByteArrayOutputStream(content.length + 64);
      sealed.writeBytes(nonce);
      sealed.writeBytes(cipher(Cipher.ENCRYPT_MODE, key, context, nonce).doFinal(content));
      return sealed.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is missing", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, String context, byte[] nonceFirst)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private byte[] mac(String label, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pepper, "HmacSHA256"));
      mac.update((label + '\0').getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is missing", e);
    }
  }
}
