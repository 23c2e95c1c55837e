package org.jejak.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
  @ParameterizedTest
  @CsvSource({
    "RULE, 409",
    "STALE, 409",
    "UNKNOWN, 404",
    "FORBIDDEN, 403",
    "INVALID, 422",
    "LATER, 429",
    "CLOSED, 503"
  })
  void eachKindHasItsStatus(Refusal.Kind kind, int status) {
    assertThat(Problems.statusOf(new Refusal(kind, "key", "message"))).isEqualTo(status);
  }

  @Test
  void theLanguageIsTheFirstKnownOneThatIsWanted() {
    assertThat(Words.in(List.of(Locale.FRENCH, Locale.UK)).locale()).isEqualTo(Locale.ENGLISH);
    assertThat(Words.in(List.of(Locale.of("id", "ID"), Locale.UK)).locale().getLanguage())
        .isEqualTo("id");
    assertThat(Words.in(List.of(Locale.FRENCH)).locale().getLanguage()).isEqualTo("id");
    assertThat(Words.in(List.of()).locale().getLanguage()).isEqualTo("id");
  }

  @Test
  void sentencesAreFilled() {
    assertThat(Words.in(List.of(Locale.ENGLISH)).sentence("refusal.failure", "AB12"))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("AB12"));
    assertThat(Words.in(List.of()).sentence("refusal.there-is-none")).isEmpty();
  }

  @Test
  void everyStatusHasItsTitle() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.of("id"))) {
      for (int status :
          new int[] {400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 500, 503}) {
        assertThat(Words.in(List.of(language)).sentence("problem." + status)).isPresent();
      }
    }
  }
}
