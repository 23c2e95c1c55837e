package org.jejak.insight;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of one measure by month and part, as the follower left them.
 *
 * @param cells by part, then month
 */
record Counts(Map<String, Map<YearMonth, Long>> cells) {

  static Counts of(List<Cell> cells) {
    Map<String, Map<YearMonth, Long>> byPart = new HashMap<>();
    for (Cell cell : cells) {
      byPart
          .computeIfAbsent(cell.part(), part -> new HashMap<>())
          .merge(cell.month(), cell.n(), Long::sum);
    }
    return new Counts(byPart);
  }

  /** One count. */
  record Cell(YearMonth month, String part, long n) {}

  /**
   * The counts of a year.
   *
   * @param parts the rows, each the sum of its parts
   * @param months how many of its months are over
   */
  long[][] year(int year, List<List<String>> parts, int months) {
    long[][] counts = new long[parts.size()][months];
    for (int row = 0; row < counts.length; row++) {
      for (int month = 0; month < months; month++) {
        counts[row][month] = sum(parts.get(row), YearMonth.of(year, month + 1));
      }
    }
    return counts;
  }

  private long sum(List<String> parts, YearMonth month) {
    return parts.stream()
        .mapToLong(part -> cells.getOrDefault(part, Map.of()).getOrDefault(month, 0L))
        .sum();
  }

  /** All of a part, whenever. */
  long ever(String part) {
    return cells.getOrDefault(part, Map.of()).values().stream().mapToLong(n -> n).sum();
  }

  /** The middle of numbers that are the parts' names, each as often as it was counted. */
  int median(Period period) {
    List<Integer> values = new ArrayList<>();
    cells.forEach(
        (part, months) ->
            months.forEach(
                (month, n) -> {
                  if (!month.isBefore(period.from()) && !month.isAfter(period.to())) {
                    for (long i = 0; i < n; i++) {
                      values.add(Integer.parseInt(part));
                    }
                  }
                }));
    values.sort(null);
    return values.isEmpty() ? 0 : values.get((values.size() - 1) / 2);
  }
}
