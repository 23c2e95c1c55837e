package org.jejak.insight;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.insight.Tally.Cell;
import org.jejak.ledger.Entry;
import org.jejak.rules.LawBook;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final YearMonth JULY = YearMonth.of(2026, 7);
  private static final YearMonth AUGUST = YearMonth.of(2026, 8);
  private final Map<String, Item> items = new HashMap<>();

  @Test
  void aCaseIsCountedFromItsOpeningToItsEnd() {
    Tally tally =
        count(
            entry("A", "2026-07-31T18:00:00Z", "case.opened/1", "{'norms':['K4f'],'unit':'U1'}"),
            entry("A", "2026-08-05T01:00:00Z", "case.investigator-assigned/1", "{}"),
            entry("A", "2026-08-06T01:00:00Z", "case.investigator-assigned/1", "{}"),
            entry("A", "2026-08-20T01:00:00Z", "case.matter-decided/1", "{'outcome':'NOT_PROVEN'}"),
            entry("A", "2026-08-20T01:00:00Z", "case.concluded/1", "{}"),
            entry("A", "2026-08-21T01:00:00Z", "case.closed/1", "{}"));
    assertThat(tally.sums())
        .as("the first of August in Jakarta")
        .containsEntry(new Cell(Measure.OPENED, AUGUST, "DISCIPLINE"), 1L)
        .containsEntry(new Cell(Measure.OPENED_UNIT, AUGUST, "U1"), 1L)
        .containsEntry(new Cell(Measure.OUTCOME, AUGUST, "NOT_PROVEN"), 1L)
        .containsEntry(new Cell(Measure.CONCLUDED, AUGUST, "DISCIPLINE"), 1L)
        .containsEntry(new Cell(Measure.CONCLUDED_DAYS, AUGUST, "0019"), 1L)
        .containsEntry(new Cell(Measure.STAGE, AUGUST, "OPEN"), 0L)
        .containsEntry(new Cell(Measure.STAGE, AUGUST, "EXAMINATION"), 0L)
        .containsEntry(new Cell(Measure.STAGE, AUGUST, "CONCLUDED"), 0L)
        .containsEntry(new Cell(Measure.STAGE, AUGUST, "CLOSED"), 1L);
  }

  @Test
  void aCaseAboutEthicsAloneIsOne() {
    Tally tally = count(entry("A", "2026-07-02T01:00:00Z", "case.opened/1", "{'norms':['KE-01']}"));
    assertThat(tally.sums())
        .containsEntry(new Cell(Measure.OPENED, JULY, "ETHICS"), 1L)
        .containsEntry(new Cell(Measure.OPENED_UNIT, JULY, Tally.NO_UNIT), 1L);
  }

  @Test
  void aMonthThatIsOverIsNotTouchedByADecisionDatedBack() {
    Tally tally =
        count(
            entry(
                "A",
                "2026-08-02T01:00:00Z",
                "case.matter-decided/1",
                "{'outcome':'MORAL_SANCTION','decidedOn':'2026-07-30'}"));
    assertThat(tally.sums()).containsOnlyKeys(new Cell(Measure.OUTCOME, AUGUST, "MORAL_SANCTION"));
  }

  @Test
  void aYearlyListIsLateAfterItsDay() {
    String data = "{'kind':'YEARLY','filedOn':'%s','dueOn':'2026-08-31','unit':'U1'}";
    Tally tally =
        count(
            entry("A", "2026-08-31T05:00:00Z", "declaration.filed/1", data.formatted("2026-08-31")),
            entry(
                "B", "2026-09-01T05:00:00Z", "declaration.filed/1", data.formatted("2026-09-01")));
    assertThat(tally.sums())
        .containsOnly(
            Map.entry(new Cell(Measure.YEARLY, AUGUST, "IN_TIME"), 1L),
            Map.entry(new Cell(Measure.YEARLY, YearMonth.of(2026, 9), "LATE"), 1L));
  }

  @Test
  void anActualConflictIsOpenedAndDecided() {
    Tally tally =
        count(
            entry(
                "A",
                "2026-08-03T01:00:00Z",
                "declaration.filed/1",
                "{'kind':'ACTUAL','filedOn':'2026-08-03','unit':'U1'}"),
            entry(
                "A", "2026-08-06T01:00:00Z", "declaration.decided/1", "{'control':'CTL-RECUSE'}"));
    assertThat(tally.sums())
        .containsEntry(new Cell(Measure.OPENED, AUGUST, "CONFLICT"), 1L)
        .containsEntry(new Cell(Measure.OUTCOME, AUGUST, "CONTROLLED"), 1L)
        .containsEntry(new Cell(Measure.REVIEW_DAYS, AUGUST, "0003"), 1L);
  }

  @Test
  void countingInTwoRunsIsCountingInOne() {
    List<Entry> entries =
        List.of(
            entry("A", "2026-07-02T01:00:00Z", "case.opened/1", "{'norms':['K4f']}"),
            entry("A", "2026-07-03T01:00:00Z", "case.investigator-assigned/1", "{}"),
            entry("A", "2026-07-20T01:00:00Z", "case.concluded/1", "{}"));
    Map<Cell, Long> once = count(entries.toArray(Entry[]::new)).sums();
    items.clear();
    Map<Cell, Long> twice = new HashMap<>();
    for (Entry entry : entries) {
      count(entry).sums().forEach((cell, n) -> twice.merge(cell, n, Long::sum));
    }
    assertThat(twice).isEqualTo(once);
  }

  @Test
  void whatIsNoneOfOursChangesNothing() {
    assertThat(count(entry("A", "2026-07-02T01:00:00Z", "person.recorded/1", "{}")).sums())
        .isEmpty();
  }

  private Tally count(Entry... entries) {
    Tally tally =
        new Tally(
            ZoneId.of("Asia/Jakarta"),
            LawBook.read(Optional.empty()).norms(),
            (from, to) -> to.getDayOfYear() - from.getDayOfYear(),
            items);
    List.of(entries).forEach(tally::take);
    return tally;
  }

  private static Entry entry(String handle, String at, String act, String data) {
    return new Entry(
        1,
        Instant.parse(at),
        act,
        "WHO",
        "INVESTIGATOR",
        handle,
        1,
        Json.createReader(new StringReader(data.replace('\'', '"'))).readObject());
  }
}
