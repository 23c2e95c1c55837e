package org.jejak.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConflictRulesTest {
  private static final ConflictRules RULES = LawBook.read(Optional.empty()).conflicts();
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 11, 1);

  @Test
  void theEightSourcesOfTheRegulationHoldFromItsFirstDay() {
    assertThat(RULES.sources(FIRST_DAY)).hasSize(8);
    assertThat(RULES.source(FIRST_DAY.minusDays(1), "SRC-REVOLVING")).isEmpty();
    assertThat(RULES.source(FIRST_DAY.minusDays(1), "SRC-FAMILY").orElseThrow().cite())
        .isEqualTo("UU 30/2014");
    assertThat(RULES.source(FIRST_DAY, "SRC-FAMILY").orElseThrow().cite())
        .isEqualTo("PermenPANRB 17/2024");
  }

  @Test
  void aSuperiorCannotSetWhatTheLawSetsOrWhatComesAfterwards() {
    assertThat(RULES.settable(FIRST_DAY))
        .extracting(ConflictControl::code)
        .contains("CTL-NONE", "CTL-RECUSE")
        .doesNotContain("CTL-PAUSE", "CTL-CANCEL", "CTL-PROACTIVE");
    assertThat(RULES.settable(FIRST_DAY, "CTL-PAUSE")).isEmpty();
    assertThat(RULES.controlNamed("CTL-PAUSE")).isPresent();
  }

  @Test
  void aControlWhoseArticleNobodyReadSaysSo() {
    assertThat(RULES.controlNamed("CTL-RECUSE").orElseThrow().uncertain()).isTrue();
    assertThat(RULES.controlNamed("CTL-TAKEOVER").orElseThrow().uncertain()).isFalse();
  }

  @Test
  void everyRowHoldsFromItsFirstDayAndNotADayEarlier() {
    Stream.concat(
            RULES.allSources().stream().map(row -> (Dated) row),
            RULES.allControls().stream().map(row -> (Dated) row))
        .forEach(
            row -> {
              assertThat(row.holdsOn(row.validFrom())).as("%s", row).isTrue();
              assertThat(row.holdsOn(row.validFrom().minusDays(1))).as("%s", row).isFalse();
            });
  }

  @Test
  void bothLanguagesAreThere() {
    var family = RULES.sourceNamed("SRC-FAMILY").orElseThrow();
    assertThat(family.name(Locale.of("id"))).isEqualTo("Hubungan keluarga dan kerabat");
    assertThat(family.name(Locale.ENGLISH)).isEqualTo("Family and kin");
  }
}
