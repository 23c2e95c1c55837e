package org.jejak.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an entry says of a field without telling its value: HMAC-SHA-256, keyed with a salt of 32
 * random bytes, over the field's id, a zero byte and the canonical value.
 */
public final class Commitment {
  private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Commitment::mac);

  private Commitment() {}

  /**
   * The commitment as entries have it: 43 characters of base64url.
   *
   * @param value the canonical value; {@code null} for a field that became empty, for which the
   *     zero byte is left out too, so that it differs from an empty text
   */
  public static String of(byte[] salt, String field, byte[] value) {
    Mac mac = MAC.get();
    try {
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA-256 refuses its salt", e);
    }
    mac.update(field.getBytes(StandardCharsets.UTF_8));
    if (value != null) {
      mac.update((byte) 0);
      mac.update(value);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
  }

  private static Mac mac() {
    try {
      return Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is missing", e);
    }
  }
}
