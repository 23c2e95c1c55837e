package org.jejak.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jejak.base.Refusal;

/**
 * What a password that somebody chooses must be: long, and none that everybody tries first. No
 * rules about kinds of characters and no forced renewal, which make passwords worse.
 */
final class PasswordRule {
  private static final int LONGEST = 200;
  private static final int FEWEST_DIFFERENT = 5;
  private static final Set<String> TRIED_FIRST =
      Set.of(
          "password",
          "passwort",
          "katasandi",
          "kata sandi",
          "rahasia",
          "sandi",
          "admin",
          "administrator",
          "inspektorat",
          "indonesia",
          "merdeka",
          "pancasila",
          "bismillah",
          "sayang",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "abcdefghijklmnopqrstuvwxyz",
          "jejak",
          "jejak-demo",
          "letmein",
          "welcome",
          "selamatdatang",
          "pegawai",
          "pemerintah",
          "kabupaten",
          "garuda");

  private PasswordRule() {}

  /**
   * @throws Refusal {@code password.*}
   */
  static void check(String password, String username, int shortest) {
    String typed = password == null ? "" : Normalizer.normalize(password, Normalizer.Form.NFC);
    int length = typed.codePointCount(0, typed.length());
    if (length < shortest) {
      throw Refusal.invalid(
          "password.short", "shorter than %d characters".formatted(shortest), shortest);
    }
    if (length > LONGEST) {
      throw Refusal.invalid(
          "password.long", "longer than %d characters".formatted(LONGEST), LONGEST);
    }
    String low = typed.toLowerCase(Locale.ROOT);
    if (low.contains(username)) {
      throw Refusal.invalid("password.username", "the password contains the user name");
    }
    if (low.chars().distinct().count() < FEWEST_DIFFERENT || isTriedFirst(low)) {
      throw Refusal.invalid("password.common", "one of the passwords that are tried first");
    }
  }

  /** Whether little is left when what everybody tries, digits and marks are taken away. */
  private static boolean isTriedFirst(String low) {
    String rest = low;
    for (String word : TRIED_FIRST) {
      rest = rest.replace(word, "");
    }
    return rest.replaceAll("[^\\p{L}]", "").length() < FEWEST_DIFFERENT;
  }
}
