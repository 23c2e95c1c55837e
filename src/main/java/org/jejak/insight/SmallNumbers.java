package org.jejak.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which figures of one table may be shown: groups (kinds, outcomes, units) by the closed parts of
 * one year (months or quarters), with all sums over both.
 *
 * <p>No group of one to four is shown, and none can be computed: not from a total and the other
 * groups, not from a longer period and the shorter ones in it, within one period not even by
 * somebody who knows this procedure. Every figure is held against all that has been shown before it
 * ({@link Span}); where a small one would follow, it stays hidden as well. Longer periods come
 * first, so that as little as possible is lost; the groups come in their fixed order, because an
 * order by size would itself tell sizes. A sum of nobody is no secret.
 */
final class SmallNumbers {
  /** The smallest group that may be seen. */
  static final int LEAST = 5;

  /** In place of a group: all of them together. */
  static final int ALL = -1;

  private final long[][] counts;
  private final int closed;
  private final List<Run> runs = new ArrayList<>();
  private final List<Run> periods;
  private final Span span;

  /** Parts of the year, counted from 0, both ends included. */
  private record Run(int from, int to) {
    int length() {
      return to - from + 1;
    }

    boolean holds(Run other) {
      return from <= other.from && other.to <= to;
    }
  }

  private SmallNumbers(long[][] counts, int perQuarter) {
    this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    this.closed = counts.length == 0 ? 0 : counts[0].length;
    for (int from = 0; from < closed; from++) {
      for (int to = from; to < closed; to++) {
        runs.add(new Run(from, to));
      }
    }
    this.periods = periods(closed, perQuarter);
    this.span = new Span(cells());
  }

  /**
   * The totals that several tables about the same things share.
   *
   * @param tables each by group and closed part of the year; every table has the same sums
   * @param perQuarter how many parts make a quarter: 3 for months, 1 for quarters
   */
  static SmallNumbers totals(List<long[][]> tables, int perQuarter) {
    long[][] first = tables.getFirst();
    long[] sums = new long[first.length == 0 ? 0 : first[0].length];
    for (long[] group : first) {
      Arrays.setAll(sums, part -> sums[part] + group[part]);
    }
    SmallNumbers totals = new SmallNumbers(new long[][] {sums}, perQuarter);
    for (Run period : totals.periods) {
      totals.show(
          0, period, run -> tables.stream().noneMatch(table -> betrays(values(table, run))));
    }
    return totals;
  }

  /**
   * One table, with the totals that it shares with others.
   *
   * @param totals of this and the other tables
   */
  static SmallNumbers table(long[][] counts, SmallNumbers totals, int perQuarter) {
    SmallNumbers table = new SmallNumbers(counts, perQuarter);
    for (Run run : table.runs) {
      if (totals.knows(ALL, run)) {
        table.span.show(table.index(ALL, run));
      }
    }
    for (Run period : table.periods) {
      for (int group = 0; group < counts.length; group++) {
        table.show(group, period, run -> totals.knows(ALL, run));
      }
    }
    return table;
  }

  /** One table that shares its totals with no other. */
  static SmallNumbers table(long[][] counts, int perQuarter) {
    return table(counts, totals(List.<long[][]>of(counts), perQuarter), perQuarter);
  }

  /**
   * The figure, if it may be seen.
   *
   * @param group the group's index, or {@link #ALL}
   * @param from the first part of the year, from 0
   * @param to the last one; where it is not closed there is no figure
   */
  OptionalLong shown(int group, int from, int to) {
    if (to >= closed || from > to) {
      return OptionalLong.empty();
    }
    Run run = new Run(from, to);
    return knows(group, run) ? OptionalLong.of(value(group, run)) : OptionalLong.empty();
  }

  /**
   * Shows a figure, unless something would follow that must not.
   *
   * @param mayTotal whether the total of a run may become known
   */
  private void show(int group, Run period, Predicate<Run> mayTotal) {
    int figure = index(group, period);
    if (value(group, period) < LEAST || span.knows(figure)) {
      return;
    }
    for (Run run : runs) {
      if (span.follows(index(ALL, run), figure)
          && (!mayTotal.test(run)
              || betrays(hiddenGroups(run, figure))
              || isSmall(value(ALL, run) - coveredByGroups(run, figure)))) {
        return;
      }
      for (int each = ALL; each < counts.length; each++) {
        if (span.follows(index(each, run), figure)
            && (isSmall(value(each, run))
                || isSmall(value(each, run) - covered(each, run, figure, true))
                || betraysParts(each, run, figure))) {
          return;
        }
      }
    }
    span.show(figure);
  }

  /** The groups that stay hidden in a total, once {@code figure} is shown. */
  private List<Long> hiddenGroups(Run run, int figure) {
    return IntStream.range(0, counts.length)
        .filter(group -> !span.follows(index(group, run), figure))
        .mapToObj(group -> value(group, run))
        .toList();
  }

  private long coveredByGroups(Run run, int figure) {
    return IntStream.range(0, counts.length)
        .mapToLong(group -> covered(group, run, figure, false))
        .sum();
  }

  /**
   * How many of a group in a run are accounted for by known figures of parts of that run, once
   * {@code figure} is shown: what is left over is a group as well, though nobody gave it a name.
   *
   * @param parts whether only shorter runs count
   */
  private long covered(int group, Run run, int figure, boolean parts) {
    long[] best = new long[run.length() + 1];
    for (int end = 1; end <= run.length(); end++) {
      best[end] = best[end - 1];
      for (int start = 0; start < end; start++) {
        Run part = new Run(run.from() + start, run.from() + end - 1);
        boolean counts = !parts || part.length() < run.length();
        if (counts && span.follows(index(group, part), figure)) {
          best[end] = Math.max(best[end], best[start] + value(group, part));
        }
      }
    }
    return best[run.length()];
  }

  /** The same in time: what stays hidden in a run that is cut into equal periods. */
  private boolean betraysParts(int group, Run run, int figure) {
    for (int length = 1; length < run.length(); length++) {
      int size = length;
      List<Run> parts =
          periods.stream().filter(part -> part.length() == size && run.holds(part)).toList();
      if (parts.size() * size == run.length()) {
        List<Long> hidden =
            parts.stream()
                .filter(part -> !span.follows(index(group, part), figure))
                .map(part -> value(group, part))
                .toList();
        if (betrays(hidden)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether hidden numbers are betrayed by their sum: where they are fewer than five together (one
   * group, though nobody gave it a name), or nearly all as large as a hidden one can be. 12 over
   * three says that each is four; and as one can ask why 12 is not shown, 11 is not shown either.
   */
  private static boolean betrays(List<Long> hidden) {
    long sum = hidden.stream().mapToLong(value -> value).sum();
    return isSmall(sum)
        || !hidden.isEmpty()
            && hidden.stream().allMatch(value -> value < LEAST)
            && sum >= (LEAST - 1L) * hidden.size() - 1;
  }

  private static boolean isSmall(long value) {
    return value > 0 && value < LEAST;
  }

  private boolean knows(int group, Run run) {
    return span.knows(index(group, run));
  }

  private long value(int group, Run run) {
    return group == ALL
        ? Arrays.stream(counts).mapToLong(each -> sum(each, run)).sum()
        : sum(counts[group], run);
  }

  private static List<Long> values(long[][] table, Run run) {
    return Arrays.stream(table).map(group -> sum(group, run)).toList();
  }

  private static long sum(long[] group, Run run) {
    return LongStream.of(group).skip(run.from()).limit(run.length()).sum();
  }

  private int index(int group, Run run) {
    int first = run.from() * closed - run.from() * (run.from() - 1) / 2;
    return (group + 1) * runs.size() + first + run.to() - run.from();
  }

  /** Which cells make up each figure, in the order of {@link #index}. */
  private long[][] cells() {
    long[][] cells = new long[(counts.length + 1) * runs.size()][counts.length * closed];
    for (int group = 0; group < counts.length; group++) {
      for (Run run : runs) {
        int start = group * closed;
        for (int figure : new int[] {index(ALL, run), index(group, run)}) {
          Arrays.fill(cells[figure], start + run.from(), start + run.to() + 1, 1);
        }
      }
    }
    return cells;
  }

  /** All that is closed, then closed halves, quarters and parts: the longest first. */
  private static List<Run> periods(int closed, int perQuarter) {
    List<Run> periods = new ArrayList<>();
    if (closed > 0) {
      periods.add(new Run(0, closed - 1));
    }
    for (int length : new int[] {2 * perQuarter, perQuarter, 1}) {
      for (int from = 0; from + length <= closed; from += length) {
        Run run = new Run(from, from + length - 1);
        if (!periods.contains(run)) {
          periods.add(run);
        }
      }
    }
    return periods;
  }
}
