package org.jejak.tlog.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The commitment to a field, computed from what opens it. Written apart from the code that makes
 * commitments, so that a mistake in one shows in the other.
 */
final class FieldCommitment {
  private static final String ALGORITHM = "HmacSHA256";

  private FieldCommitment() {}

  /**
   * As entries have it: Base64url of HMAC-SHA-256, keyed with the salt, over the field's id, a zero
   * byte and the value; for an empty field ({@code null}) over the id alone.
   */
  static String of(byte[] salt, String field, byte[] value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(salt, ALGORITHM));
      mac.update(field.getBytes(StandardCharsets.UTF_8));
      if (value != null) {
        mac.update((byte) 0);
        mac.update(value);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
