package org.jejak.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {
  private static final int ALL = SmallNumbers.ALL;

  @Test
  void groupsOfFiveAndMoreAreShownAndSmallerOnesAreNot() {
    SmallNumbers shown = SmallNumbers.table(column(12, 5, 3, 3), 3);
    assertThat(shown.shown(ALL, 0, 0)).hasValue(23);
    assertThat(shown.shown(0, 0, 0)).hasValue(12);
    assertThat(shown.shown(1, 0, 0)).hasValue(5);
    assertThat(shown.shown(2, 0, 0)).isEmpty();
    assertThat(shown.shown(3, 0, 0)).isEmpty();
  }

  @Test
  void oneHiddenGroupTakesAnotherWithIt() {
    SmallNumbers shown = SmallNumbers.table(column(12, 7, 3), 3);
    assertThat(shown.shown(ALL, 0, 0)).hasValue(22);
    assertThat(shown.shown(0, 0, 0)).hasValue(12);
    assertThat(shown.shown(1, 0, 0)).isEmpty();
    assertThat(shown.shown(2, 0, 0)).isEmpty();
  }

  @Test
  void twoHiddenGroupsThatAreFewTogetherTakeAThirdWithThem() {
    SmallNumbers shown = SmallNumbers.table(column(12, 7, 2, 2), 3);
    assertThat(shown.shown(0, 0, 0)).hasValue(12);
    assertThat(shown.shown(1, 0, 0)).isEmpty();
  }

  @Test
  void aTotalThatTellsThatAllHiddenGroupsAreFourIsHidden() {
    assertThat(SmallNumbers.table(column(4, 4, 4), 3).shown(ALL, 0, 0)).isEmpty();
    assertThat(SmallNumbers.table(column(4, 4, 3), 3).shown(ALL, 0, 0)).isEmpty();
    assertThat(SmallNumbers.table(column(4, 4, 2), 3).shown(ALL, 0, 0)).hasValue(10);
  }

  @Test
  void nobodyIsNoSecret() {
    SmallNumbers shown = SmallNumbers.table(column(9, 0), 3);
    assertThat(shown.shown(0, 0, 0)).hasValue(9);
    assertThat(shown.shown(1, 0, 0)).hasValue(0);
  }

  @Test
  void aMonthDoesNotFollowFromItsQuarter() {
    SmallNumbers shown = SmallNumbers.table(new long[][] {{6, 7, 2}}, 3);
    assertThat(shown.shown(0, 0, 2)).hasValue(15);
    assertThat(shown.shown(0, 2, 2)).isEmpty();
    assertThat(shown.shown(0, 0, 1)).isEmpty();
    assertThat(shown.shown(0, 0, 0)).hasValue(6);
    assertThat(shown.shown(0, 1, 1)).isEmpty();
  }

  @Test
  void whatIsNotClosedHasNoFigure() {
    SmallNumbers shown = SmallNumbers.table(new long[][] {{6, 7}}, 3);
    assertThat(shown.shown(0, 0, 1)).hasValue(13);
    assertThat(shown.shown(0, 0, 2)).isEmpty();
    assertThat(SmallNumbers.table(new long[][] {{}, {}}, 3).shown(ALL, 0, 0)).isEmpty();
    assertThat(SmallNumbers.table(new long[][] {}, 3).shown(ALL, 0, 0)).isEmpty();
  }

  @Test
  void whatOneTableHidesAnotherDoesNotGiveAway() {
    long[][] kinds = column(6, 6);
    long[][] outcomes = column(4, 4, 4);
    SmallNumbers totals = SmallNumbers.totals(List.of(kinds, outcomes), 3);
    SmallNumbers byKind = SmallNumbers.table(kinds, totals, 3);
    assertThat(totals.shown(ALL, 0, 0)).isEmpty();
    assertThat(byKind.shown(ALL, 0, 0)).as("the sum of both kinds").isEmpty();
  }

  /** Somebody knows the procedure and sees its answer: from which tables could it come? */
  @Test
  void whoeverKnowsTheProcedureCannotTellASmallNumber() {
    for (var table : List.of(new Shape(2, 1, 20), new Shape(3, 1, 17), new Shape(4, 1, 13))) {
      Map<List<Long>, List<long[][]>> byAnswer = byAnswer(table);
      byAnswer.forEach((answer, sources) -> cannotTell(table, sources.getFirst(), sources));
    }
  }

  /** Somebody computes with all that is shown: which tables fit it at all? */
  @Test
  void whoeverComputesCannotTellASmallNumber() {
    for (var table :
        List.of(
            new Shape(1, 3, 16),
            new Shape(1, 4, 12),
            new Shape(2, 2, 13),
            new Shape(3, 2, 8),
            new Shape(2, 3, 8))) {
      Map<List<Long>, List<long[][]>> byAnswer = byAnswer(table);
      List<long[][]> all = byAnswer.values().stream().flatMap(List::stream).toList();
      byAnswer.forEach(
          (answer, sources) -> {
            List<long[][]> fitting =
                all.stream().filter(other -> fits(sums(other, table), answer)).toList();
            sources.forEach(source -> cannotTell(table, source, fitting));
          });
    }
  }

  @Test
  void noFigureAndNoRestOfATotalIsSmallInLargeTables() {
    Random random = new Random(20261121);
    for (int round = 0; round < 80; round++) {
      int months = 1 + random.nextInt(12);
      long[][] counts = new long[1 + random.nextInt(7)][months];
      for (long[] group : counts) {
        Arrays.setAll(group, month -> random.nextInt(1 + random.nextInt(12)));
      }
      nothingSmall(counts, SmallNumbers.table(counts, 3), months);
    }
  }

  private static void nothingSmall(long[][] counts, SmallNumbers shown, int months) {
    for (int from = 0; from < months; from++) {
      for (int to = from; to < months; to++) {
        long left = 0;
        for (int group = 0; group < counts.length; group++) {
          var figure = shown.shown(group, from, to);
          assertThat(isSmall(figure.orElse(0))).isFalse();
          left += figure.isPresent() ? 0 : sum(counts[group], from, to);
        }
        if (shown.shown(ALL, from, to).isPresent()) {
          assertThat(isSmall(left)).as("rest of %s to %s", from, to).isFalse();
        }
      }
    }
  }

  /**
   * All tables of a shape.
   *
   * @param most what their cells add up to at most, so that no possible one is left out
   */
  private record Shape(int groups, int parts, int most) {}

  /** All tables of the shape by what is shown of them. */
  private static Map<List<Long>, List<long[][]>> byAnswer(Shape shape) {
    Map<List<Long>, List<long[][]>> byAnswer = new HashMap<>();
    fill(
        new long[shape.groups()][shape.parts()],
        0,
        shape.most(),
        counts ->
            byAnswer
                .computeIfAbsent(
                    answer(SmallNumbers.table(counts, 1), shape), none -> new ArrayList<>())
                .add(counts));
    return byAnswer;
  }

  private static void fill(long[][] counts, int cell, int left, Consumer<long[][]> table) {
    int parts = counts[0].length;
    if (cell == counts.length * parts) {
      table.accept(Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new));
      return;
    }
    for (int value = 0; value <= left; value++) {
      counts[cell / parts][cell % parts] = value;
      fill(counts, cell + 1, left - value, table);
    }
    counts[cell / parts][cell % parts] = 0;
  }

  private static void cannotTell(Shape shape, long[][] source, List<long[][]> possible) {
    for (int group = 0; group < shape.groups(); group++) {
      for (int from = 0; from < shape.parts(); from++) {
        for (int to = from; to < shape.parts(); to++) {
          long value = sum(source[group], from, to);
          if (isSmall(value)) {
            assertThat(differs(possible, group, from, to, value))
                .as("in %s group %d is known", Arrays.deepToString(source), group)
                .isTrue();
          }
        }
      }
    }
  }

  private static boolean isSmall(long value) {
    return value > 0 && value < SmallNumbers.LEAST;
  }

  private static boolean differs(List<long[][]> sources, int group, int from, int to, long value) {
    return sources.stream().anyMatch(source -> sum(source[group], from, to) != value);
  }

  private static boolean fits(List<Long> sums, List<Long> answer) {
    for (int i = 0; i < sums.size(); i++) {
      if (answer.get(i) >= 0 && !answer.get(i).equals(sums.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<Long> answer(SmallNumbers shown, Shape shape) {
    return figures(shape, (group, run) -> shown.shown(group, run[0], run[1]).orElse(-1));
  }

  private static List<Long> sums(long[][] counts, Shape shape) {
    return figures(
        shape,
        (group, run) ->
            group == ALL
                ? Arrays.stream(counts).mapToLong(each -> sum(each, run[0], run[1])).sum()
                : sum(counts[group], run[0], run[1]));
  }

  private static List<Long> figures(Shape shape, BiFunction<Integer, int[], Long> figure) {
    List<Long> figures = new ArrayList<>();
    for (int group = ALL; group < shape.groups(); group++) {
      for (int from = 0; from < shape.parts(); from++) {
        for (int to = from; to < shape.parts(); to++) {
          figures.add(figure.apply(group, new int[] {from, to}));
        }
      }
    }
    return figures;
  }

  private static long sum(long[] group, int from, int to) {
    return LongStream.of(group).skip(from).limit(to - from + 1L).sum();
  }

  private static long[][] column(long... values) {
    return LongStream.of(values).mapToObj(value -> new long[] {value}).toArray(long[][]::new);
  }
}
