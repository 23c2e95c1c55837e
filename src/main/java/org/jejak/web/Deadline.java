package org.jejak.web;

import java.time.LocalDate;

/**
 * A day by which something must be done, as a pill shows it.
 *
 * @param day the last day
 * @param workingDaysLeft working days from today to that day; 0 is today, negative is late
 * @param words the pill's words in the language of the request
 */
public record Deadline(LocalDate day, int workingDaysLeft, String words) {
  private static final int SOON = 2;

  /** A deadline with the usual words: "2 hari kerja lagi", "hari ini", "terlambat 3 hari kerja". */
  public static Deadline of(Words words, LocalDate day, int workingDaysLeft) {
    return new Deadline(day, workingDaysLeft, words(words, workingDaysLeft));
  }

  private static String words(Words words, int left) {
    return left == 0
        ? words.of("common.due.today")
        : left > 0 ? words.of("common.due.left", left) : words.of("common.due.late", -left);
  }

  public boolean isLate() {
    return workingDaysLeft < 0;
  }

  public boolean isSoon() {
    return !isLate() && workingDaysLeft <= SOON;
  }

  /** The class that dresses it. */
  public String getLook() {
    return isLate() ? "late" : isSoon() ? "soon" : "fine";
  }
}
