package org.jejak.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {
  @Test
  void textKeepsItsLinesAndLosesWhatNobodyCanSee() {
    Statement told = told("  Baris satu\r\nBaris dua\u0000\u0007\rBaris tiga  ");
    assertThat(told.allegation()).isEqualTo("Baris satu\nBaris dua\nBaris tiga");
  }

  @Test
  void markupStaysTheTextThatItIs() {
    String typed = "<script>alert(1)</script> #{7*7} ${7*7} <img src=x onerror=alert(1)>";
    assertThat(told(typed).allegation()).isEqualTo(typed);
  }

  @Test
  void halfACharacterDoesNotReachTheDatabase() {
    assertThat(told("a\uD83Db").allegation()).isEqualTo("a\uFFFDb");
    assertThat(told("a\uD83D\uDE00b").allegation()).isEqualTo("a\uD83D\uDE00b");
  }

  @Test
  void letterAndAccentBecomeOne() {
    assertThat(told("e\u0301").allegation()).isEqualTo("\u00e9");
  }

  @Test
  void nothingTypedIsNothing() {
    assertThat(told(" \n\t ").allegation()).isNull();
    assertThat(told(null).persons()).isEmpty();
  }

  @Test
  void aNameIsOneLine() {
    assertThat(new PersonNamed(" Budi\n  Santoso ", null, null).name()).isEqualTo("Budi Santoso");
  }

  @Test
  void whoReportsDoesNotShowInMessages() {
    Statement told =
        new Statement(
            "x", null, null, null, null, null, null, List.of(), new Reporter("Rina", "0812"));
    assertThat(told.toString()).doesNotContain("Rina").doesNotContain("0812");
  }

  @Test
  void theBoundsAreThoseOfTheTable() throws Exception {
    String table =
        new String(
            StatementTest.class
                .getResourceAsStream("/db/migration/V0004__intake.sql")
                .readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(table)
        .contains("char_length(allegation) between 1 and " + max("allegation"))
        .contains("char_length(evidence) <= " + max("evidence"))
        .contains("place         varchar(" + max("place") + ")");
  }

  private static int max(String component) {
    return Arrays.stream(Statement.class.getDeclaredFields())
        .filter(f -> f.getName().equals(component))
        .map(f -> f.getAnnotation(Size.class).max())
        .findFirst()
        .orElseThrow();
  }

  private static Statement told(String allegation) {
    return new Statement(allegation, null, null, null, null, null, null, null, null);
  }
}
