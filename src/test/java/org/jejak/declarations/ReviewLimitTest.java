package org.jejak.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReviewLimitTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 8, 3);
  private static final LocalDate SATURDAY = LocalDate.of(2026, 8, 8);
  private final ReviewLimit limit = new ReviewLimit(new DeclarationSettings(7, "08-31"));

  @Test
  void sevenWorkingDaysFromAMondayEndOnTheWednesdayAfterNext() {
    assertThat(limit.of(MONDAY)).isEqualTo(LocalDate.of(2026, 8, 12));
    assertThat(limit.of(MONDAY).getDayOfWeek()).hasToString("WEDNESDAY");
  }

  @Test
  void weekendsAreNotCounted() {
    assertThat(limit.of(SATURDAY)).isEqualTo(limit.of(SATURDAY.minusDays(1)));
    assertThat(limit.of(SATURDAY)).isEqualTo(limit.of(SATURDAY.plusDays(1)));
  }

  @Test
  void theDaysLeftRunDownToNoneAndThenBelow() {
    assertThat(limit.daysLeft(MONDAY, MONDAY)).isEqualTo(7);
    assertThat(limit.daysLeft(MONDAY, LocalDate.of(2026, 8, 11))).isEqualTo(1);
    assertThat(limit.daysLeft(MONDAY, LocalDate.of(2026, 8, 12))).isZero();
    assertThat(limit.daysLeft(MONDAY, LocalDate.of(2026, 8, 13))).isEqualTo(-1);
    assertThat(limit.daysLeft(MONDAY, LocalDate.of(2026, 8, 17))).isEqualTo(-3);
  }

  @Test
  void lateIsExactlyWhatIsPastItsLimit() {
    for (LocalDate today = MONDAY; today.isBefore(MONDAY.plusDays(14)); today = today.plusDays(1)) {
      LocalDate before = limit.lateBefore(today);
      for (LocalDate filed = today.minusDays(20);
          !filed.isAfter(today);
          filed = filed.plusDays(1)) {
        assertThat(filed.isBefore(before))
            .as("filed %s, today %s", filed, today)
            .isEqualTo(limit.of(filed).isBefore(today));
      }
    }
  }

  @Test
  void theYearlyListIsDueOnTheDayOfTheSetting() {
    assertThat(new DeclarationSettings(7, "08-31").yearlyDue(2026))
        .isEqualTo(LocalDate.of(2026, 8, 31));
  }
}
