package org.jejak.base;

import java.security.SecureRandom;

/** Random names that tell nothing: Crockford base 32, so that no two letters are mistaken. */
public final class Handle {
  static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Handle() {}

  /** A pseudonymous handle: 26 characters, 130 random bits. */
  public static String random() {
    return random(26);
  }

  /** {@code length} random characters of five bits each. */
  public static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(32)));
    }
    return text.toString();
  }

  /**
   * What somebody typed, as it was meant: upper case, without spaces and hyphens, O read as 0, I
   * and L as 1.
   */
  public static String normalise(String typed) {
    StringBuilder text = new StringBuilder(typed.length());
    for (char c : typed.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
      switch (c) {
        case ' ', '-', '\t', '\u00A0' -> {}
        case 'O' -> text.append('0');
        case 'I', 'L' -> text.append('1');
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
