package org.jejak.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessCsvTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+62", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"})
  void aCellThatASpreadsheetWouldRunBecomesText(String cell) {
    assertThat(AccessCsv.harmless(cell)).isEqualTo("'" + cell);
  }

  @Test
  void anOrdinaryCellStaysAsItIs() {
    assertThat(AccessCsv.harmless("Dr. Sri Rahayu, S.H.")).isEqualTo("Dr. Sri Rahayu, S.H.");
    assertThat(AccessCsv.harmless("")).isEmpty();
  }
}
