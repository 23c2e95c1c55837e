package org.jejak.insight;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.base.Refusal;

/**
 * Whole months, both ends included. Written {@code 2026}, {@code 2026-H1}, {@code 2026-Q3}, {@code
 * 2026-07} or {@code 2026-02..2026-09}.
 */
public record Period(YearMonth from, YearMonth to) {
  private static final Pattern SHAPE =
      Pattern.compile("(\\d{4})(?:-(?:H([12])|Q([1-4])|(\\d{2})))?");
  private static final int MOST_MONTHS = 60;

  public Period {
    if (to.isBefore(from)) {
      throw Refusal.invalid("insight.period.order", "the period ends before it begins", from, to);
    }
    if (from.plusMonths(MOST_MONTHS).isBefore(to.plusMonths(1))) {
      throw Refusal.invalid(
          "insight.period.long", "a period has at most %d months".formatted(MOST_MONTHS));
    }
  }

  public static Period ofYear(int year) {
    return new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
  }

  /**
   * What was asked for.
   *
   * @throws Refusal {@code insight.period} where it cannot be read
   */
  public static Period read(String written) {
    String text = written.strip();
    int dots = text.indexOf("..");
    if (dots >= 0) {
      return new Period(read(text.substring(0, dots)).from(), read(text.substring(dots + 2)).to());
    }
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw unreadable(text);
    }
    try {
      int year = Integer.parseInt(parts.group(1));
      if (parts.group(2) != null) {
        return months(year, 6 * Integer.parseInt(parts.group(2)) - 5, 6);
      }
      if (parts.group(3) != null) {
        return months(year, 3 * Integer.parseInt(parts.group(3)) - 2, 3);
      }
      return parts.group(4) == null
          ? ofYear(year)
          : months(year, Integer.parseInt(parts.group(4)), 1);
    } catch (DateTimeException impossible) {
      throw unreadable(text);
    }
  }

  private static Period months(int year, int first, int count) {
    YearMonth from = YearMonth.of(year, first);
    return new Period(from, from.plusMonths(count - 1L));
  }

  private static Refusal unreadable(String text) {
    return Refusal.invalid("insight.period", "%s is no period".formatted(text), text);
  }

  /** The part of it that is over by the end of {@code last}; empty where none of it is. */
  public Optional<Period> until(YearMonth last) {
    if (from.isAfter(last)) {
      return Optional.empty();
    }
    return Optional.of(to.isAfter(last) ? new Period(from, last) : this);
  }

  /** The shortest way to write it. */
  public String written() {
    int months = length();
    if (from.getYear() == to.getYear() && (from.getMonthValue() - 1) % months == 0) {
      return switch (months) {
        case 12 -> String.valueOf(from.getYear());
        case 6 -> from.getYear() + "-H" + (from.getMonthValue() + 5) / 6;
        case 3 -> from.getYear() + "-Q" + (from.getMonthValue() + 2) / 3;
        case 1 -> from.toString();
        default -> from + ".." + to;
      };
    }
    return from + ".." + to;
  }

  /** How many months. */
  public int length() {
    return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
  }
}
