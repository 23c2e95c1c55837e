package org.jejak.insight;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * One table over any number of years: within each calendar year {@link SmallNumbers} decides what
 * may be seen, and a figure over several years is seen where each year's part is.
 */
final class Release {
  private final YearMonth lastClosed;
  private final IntFunction<SmallNumbers> ofYear;
  private final Map<Integer, SmallNumbers> years = new HashMap<>();

  /**
   * @param lastClosed the last month that is over
   * @param ofYear what may be seen of a year of which {@link #closedMonths} are over
   */
  Release(YearMonth lastClosed, IntFunction<SmallNumbers> ofYear) {
    this.lastClosed = lastClosed;
    this.ofYear = ofYear;
  }

  /** How many months of the year are over. */
  static int closedMonths(int year, YearMonth lastClosed) {
    return lastClosed.getYear() > year
        ? 12
        : lastClosed.getYear() < year ? 0 : lastClosed.getMonthValue();
  }

  /** The figure of a group, or of {@link SmallNumbers#ALL}, in a period that is over. */
  FigureTable.Value value(int group, Period period) {
    if (period.to().isAfter(lastClosed)) {
      return FigureTable.Value.HIDDEN;
    }
    long sum = 0;
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      int first = year == period.from().getYear() ? period.from().getMonthValue() : 1;
      int last = year == period.to().getYear() ? period.to().getMonthValue() : 12;
      OptionalLong part =
          years.computeIfAbsent(year, ofYear::apply).shown(group, first - 1, last - 1);
      if (part.isEmpty()) {
        return FigureTable.Value.HIDDEN;
      }
      sum += part.getAsLong();
    }
    return FigureTable.Value.of(sum);
  }
}
