package org.jejak.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayConverterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3/8/2026",
        "03/08/2026",
        "3-8-2026",
        "3.8.2026",
        " 3 / 8 / 2026 ",
        "2026-08-03",
        "3 Agu 2026",
        "3 Agt. 2026",
        "3 agustus 2026",
        "3 AGUSTUS 2026",
        "3 August 2026",
        "Senin, 3 Agustus 2026",
      })
  void aDayIsReadAsPeopleWriteIt(String typed) {
    assertThat(DayConverter.read(typed)).contains(LocalDate.of(2026, 8, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2026",
        "0/1/2026",
        "3/13/2026",
        "3/8/26",
        "kemarin",
        "3 Foo 2026",
        "3 A 2026"
      })
  void whatIsNoDayIsNotGuessed(String typed) {
    assertThat(DayConverter.read(typed)).isEmpty();
  }
}
