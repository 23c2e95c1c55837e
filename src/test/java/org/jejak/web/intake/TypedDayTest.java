package org.jejak.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDayTest {
  @ParameterizedTest
  @CsvSource({
    "15,2,2026,2026-02-15,2026-02-15",
    "'',2,2026,2026-02-01,2026-02-28",
    "'',2,2024,2024-02-01,2024-02-29",
    "'','',2026,2026-01-01,2026-12-31",
    "29,2,2024,2024-02-29,2024-02-29",
  })
  void aDayAMonthOrAYearIsEnough(
      String day, String month, String year, LocalDate from, LocalDate to) {
    TypedDay typed = TypedDay.read(day, month, year);
    assertThat(typed.fault()).isNull();
    assertThat(typed.from()).isEqualTo(from);
    assertThat(typed.to()).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "15,2,'',year,intake.when.year-missing",
    "'',2,'',year,intake.when.year-missing",
    "15,2,26,year,intake.when.year-figures",
    "15,2,dua ribu,year,intake.when.year-figures",
    "15,'',2026,month,intake.when.month-missing",
    "30,2,2026,day,intake.when.no-such-day",
    "29,2,2026,day,intake.when.no-such-day",
    "0,2,2026,day,intake.when.no-such-day",
    "<s,2,2026,day,intake.when.no-such-day",
    "1,13,2026,day,intake.when.no-such-day",
  })
  void whatCannotBeIsNamedAtItsField(
      String day, String month, String year, String field, String why) {
    TypedDay typed = TypedDay.read(day, month, year);
    assertThat(typed.fault()).isEqualTo(field);
    assertThat(typed.why()).isEqualTo(why);
  }

  @Test
  void nothingTypedIsNothingKnown() {
    TypedDay typed = TypedDay.read("", " ", "");
    assertThat(typed.from()).isNull();
    assertThat(typed.fault()).isNull();
  }

  @Test
  void aMonthThatIsNotOverEndsToday() {
    LocalDate today = LocalDate.of(2026, 11, 21);
    assertThat(TypedDay.read("", "11", "2026").toUntil(today)).isEqualTo(today);
    assertThat(TypedDay.read("", "10", "2026").toUntil(today)).isEqualTo("2026-10-31");
    assertThat(TypedDay.read("", "12", "2026").toUntil(today))
        .as("left to be refused")
        .isEqualTo("2026-12-31");
  }
}
