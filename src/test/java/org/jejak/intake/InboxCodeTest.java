package org.jejak.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;

class InboxCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Test
  void aCodeIsReadInAnyGroupingAndCase() {
    InboxCode code = InboxCode.random();
    assertThat(InboxCode.parse(code.shown())).isEqualTo(code);
    assertThat(InboxCode.parse("  " + code.shown().toLowerCase(Locale.ROOT).replace('-', ' ')))
        .isEqualTo(code);
    assertThat(code.shown()).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{3}");
  }

  @Test
  void lettersThatLookLikeDigitsAreReadAsDigits() {
    InboxCode code = InboxCode.derived(new byte[32]);
    assertThat(code.normalised()).startsWith("00000");
    assertThat(InboxCode.parse(code.normalised().replace('0', 'O'))).isEqualTo(code);
  }

  @Property(tries = 300)
  void oneWrongCharacterIsAlwaysNoticed(
      @ForAll byte[] seed,
      @ForAll @IntRange(max = 26) int place,
      @ForAll @IntRange(min = 1, max = 31) int shift) {
    String code = codeOf(seed);
    char wrong = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(place)) + shift) % 32);
    assertRefused(code.substring(0, place) + wrong + code.substring(place + 1));
  }

  @Property(tries = 300)
  void twoExchangedCharactersAreAlwaysNoticed(
      @ForAll byte[] seed,
      @ForAll @IntRange(max = 25) int first,
      @ForAll @IntRange(max = 25) int second) {
    StringBuilder code = new StringBuilder(codeOf(seed));
    char a = code.charAt(first);
    char b = code.charAt(second);
    code.setCharAt(first, b);
    code.setCharAt(second, a);
    if (a != b) {
      assertRefused(code.toString());
    }
  }

  @Test
  void whatCannotBeACodeIsRefused() {
    assertRefused("");
    assertRefused(null);
    assertRefused("7K3QXM");
    assertRefused("U".repeat(27));
    assertRefused("<script>alert(1)</script>00");
  }

  @Test
  void theSameSecretGivesTheSameCodeAndAnotherOneAnother() {
    byte[] secret = new byte[32];
    InboxCode first = InboxCode.derived(secret);
    assertThat(InboxCode.derived(secret.clone())).isEqualTo(first);
    secret[16] = (byte) 0x80;
    assertThat(InboxCode.derived(secret)).isNotEqualTo(first);
  }

  @Test
  void codesDoNotComeTwiceAndDoNotShowInMessages() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      InboxCode code = InboxCode.random();
      assertThat(seen.add(code.normalised())).isTrue();
      assertThat("code: " + code).doesNotContain(code.normalised()).doesNotContain(code.shown());
    }
  }

  private static String codeOf(byte[] seed) {
    byte[] secret = new byte[32];
    System.arraycopy(seed, 0, secret, 0, Math.min(seed.length, 32));
    return InboxCode.derived(secret).normalised();
  }

  private static void assertRefused(String typed) {
    assertThatThrownBy(() -> InboxCode.parse(typed))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("inbox.code-unreadable"));
  }
}
