package org.jejak.intake;

import java.util.regex.Pattern;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;

/**
 * The secret with which a reporter comes back: 26 random characters (130 bits) and one to check the
 * typing.
 *
 * <p>It is never stored, only its keyed hash is; {@link #toString()} therefore tells nothing.
 */
public final class InboxCode {
  private static final int SECRET = 26;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{27}");

  private final String text;

  private InboxCode(String text) {
    this.text = text;
  }

  /** A new code. */
  public static InboxCode random() {
    return ofSecret(Handle.random(SECRET));
  }

  /**
   * The code that these bytes always give.
   *
   * @param secret at least 17 bytes that nobody can guess, of which 130 bits are used
   */
  static InboxCode derived(byte[] secret) {
    StringBuilder letters = new StringBuilder(SECRET);
    for (int i = 0; i < SECRET; i++) {
      letters.append(ALPHABET.charAt(fiveBits(secret, i * 5)));
    }
    return ofSecret(letters.toString());
  }

  /**
   * What somebody typed or pasted, in any grouping and case.
   *
   * @throws Refusal {@code inbox.code-unreadable} where it cannot be a code, so that a slip of the
   *     finger is told apart from a code that opens nothing without asking the database
   */
  public static InboxCode parse(String typed) {
    String text = typed == null ? "" : Handle.normalise(typed.strip());
    if (!SHAPE.matcher(text).matches() || check(text.substring(0, SECRET)) != text.charAt(SECRET)) {
      throw Refusal.invalid(
          "inbox.code-unreadable", "an inbox code has 27 letters and digits that check");
    }
    return new InboxCode(text);
  }

  private static InboxCode ofSecret(String letters) {
    return new InboxCode(letters + check(letters));
  }

  private static int fiveBits(byte[] bytes, int from) {
    int value = 0;
    for (int bit = from; bit < from + 5; bit++) {
      value = (value << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
    }
    return value;
  }

  /**
   * A weighted sum over GF(32) with a different weight at each place: one wrong character, or two
   * characters exchanged, always give another check character.
   */
  private static char check(String letters) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < letters.length(); i++) {
      weight = doubled(weight);
      sum ^= product(weight, ALPHABET.indexOf(letters.charAt(i)));
    }
    return ALPHABET.charAt(sum);
  }

  private static int product(int a, int b) {
    int result = 0;
    int shifted = a;
    for (int bits = b; bits != 0; bits >>= 1) {
      if ((bits & 1) != 0) {
        result ^= shifted;
      }
      shifted = doubled(shifted);
    }
    return result;
  }

  /** Times x, modulo x^5 + x^2 + 1. */
  private static int doubled(int a) {
    int shifted = a << 1;
    return (shifted & 32) == 0 ? shifted : shifted ^ 37;
  }

  /** As it is hashed: 27 characters without groups. */
  String normalised() {
    return text;
  }

  /** As it is shown: groups of four. */
  public String shown() {
    return text.replaceAll("(.{4})(?=.)", "$1-");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InboxCode code && code.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Nothing: a code must not reach a log through a message. */
  @Override
  public String toString() {
    return "an inbox code";
  }
}
