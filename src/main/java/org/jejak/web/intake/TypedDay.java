package org.jejak.web.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * A day as well as somebody knows it: the whole of it, a month, or only a year.
 *
 * @param from its first day; {@code null} where nothing was typed
 * @param to its last day; {@code null} where nothing was typed
 * @param fault the field that is wrong; {@code null} where all is well
 * @param why the text key of what is wrong
 */
record TypedDay(LocalDate from, LocalDate to, String fault, String why) {
  private static final TypedDay UNKNOWN = new TypedDay(null, null, null, null);

  static TypedDay read(String day, String month, String year) {
    if (day.isBlank() && month.isBlank() && year.isBlank()) {
      return UNKNOWN;
    }
    if (year.isBlank()) {
      return wrong("year", "intake.when.year-missing");
    }
    if (!year.strip().matches("[0-9]{4}")) {
      return wrong("year", "intake.when.year-figures");
    }
    if (month.isBlank()) {
      return day.isBlank() ? whole(year) : wrong("month", "intake.when.month-missing");
    }
    try {
      YearMonth known = YearMonth.of(number(year), number(month));
      if (day.isBlank()) {
        return right(known.atDay(1), known.atEndOfMonth());
      }
      LocalDate whole = known.atDay(number(day));
      return right(whole, whole);
    } catch (DateTimeException | NumberFormatException impossible) {
      return wrong("day", "intake.when.no-such-day");
    }
  }

  private static TypedDay whole(String year) {
    LocalDate first = LocalDate.of(number(year), Month.JANUARY, 1);
    return right(first, first.withDayOfYear(first.lengthOfYear()));
  }

  private static int number(String typed) {
    return Integer.parseInt(typed.strip());
  }

  private static TypedDay right(LocalDate from, LocalDate to) {
    return new TypedDay(from, to, null, null);
  }

  private static TypedDay wrong(String field, String why) {
    return new TypedDay(null, null, field, why);
  }

  /** Its last day, but not one that is still to come. */
  LocalDate toUntil(LocalDate today) {
    return to == null || from.isAfter(today) || !to.isAfter(today) ? to : today;
  }
}
