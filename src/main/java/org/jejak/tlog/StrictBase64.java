package org.jejak.tlog;

import java.util.Base64;

/**
 * Base64 in the one way to write it. The JDK's decoder takes a text without its padding, and any
 * value in the bits that a last letter has to spare: a receipt could be changed and still verify.
 */
final class StrictBase64 {
  private StrictBase64() {}

  /**
   * The bytes.
   *
   * @throws IllegalArgumentException if these bytes are written in another way
   */
  static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new IllegalArgumentException("not the Base64 of RFC 4648 section 4: " + text);
    }
    return bytes;
  }
}
