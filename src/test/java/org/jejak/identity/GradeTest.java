package org.jejak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {
  @ParameterizedTest
  @CsvSource({"I/a, Juru Muda", "II/d, Pengatur Tingkat I", "III/c, Penata", "IV/e, Pembina Utama"})
  void ofACivilServantHasTheNameOfARank(String code, String rank) {
    assertThat(Grade.of(code, Regime.PNS).rank()).isEqualTo(rank);
  }

  @Test
  void ofAContractHasNoRank() {
    assertThat(Grade.of("IX", Regime.PPPK).rank()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "IV/f, PNS, grade.unknown",
    "iii/c, PNS, grade.unknown",
    "XVIII, PPPK, grade.unknown",
    "III/c, PPPK, grade.regime",
    "IX, PNS, grade.regime",
    "IX, CPNS, grade.regime"
  })
  void belongsToItsRegime(String code, Regime regime, String key) {
    assertThatThrownBy(() -> Grade.of(code, regime))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
  }
}
