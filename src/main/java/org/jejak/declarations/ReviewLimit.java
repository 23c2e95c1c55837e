package org.jejak.declarations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Until when a superior has to decide.
 *
 * <p>Working days are counted here as Monday to Friday, without public holidays and joint leave,
 * which are not known to the system yet. A holiday only moves the limit to a later day, so the day
 * computed here is the earliest on which it can end, and the pages say so.
 */
@ApplicationScoped
public class ReviewLimit {
  private DeclarationSettings settings;

  protected ReviewLimit() {}

  @Inject
  ReviewLimit(DeclarationSettings settings) {
    this.settings = settings;
  }

  /** How many working days there are. */
  public int workingDays() {
    return settings.reviewWorkingDays();
  }

  /** The earliest day on which the limit of something filed on {@code filedOn} can end. */
  public LocalDate of(LocalDate filedOn) {
    return plusWeekdays(filedOn, settings.reviewWorkingDays());
  }

  /** Weekdays left until the limit, today not counted; negative once it has passed. */
  public int daysLeft(LocalDate filedOn, LocalDate today) {
    return daysUntil(today, of(filedOn));
  }

  /** Weekdays from today, which is not counted, to that day; negative once it has passed. */
  public int daysUntil(LocalDate today, LocalDate day) {
    return today.isAfter(day) ? -weekdaysAfter(day, today) : weekdaysAfter(today, day);
  }

  /** What was filed before this day, and is not decided, is past its limit today. */
  public LocalDate lateBefore(LocalDate today) {
    LocalDate filed = today;
    while (!of(filed).isBefore(today)) {
      filed = filed.minusDays(1);
    }
    return filed.plusDays(1);
  }

  static LocalDate plusWeekdays(LocalDate from, int count) {
    LocalDate day = from;
    for (int counted = 0; counted < count; ) {
      day = day.plusDays(1);
      if (isWeekday(day)) {
        counted++;
      }
    }
    return day;
  }

  /** Weekdays after {@code from}, up to and with {@code to}. */
  static int weekdaysAfter(LocalDate from, LocalDate to) {
    int counted = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (isWeekday(day)) {
        counted++;
      }
    }
    return counted;
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
