package org.jejak.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jejak.base.AgencySettings;
import org.jejak.declarations.DeclarationSettings;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Units;

/**
 * The figures of a period: the same for everybody who may see figures at all, and only of months
 * that are over. How many cases run now is the one figure of today.
 */
@ApplicationScoped
public class FigureTables {
  /** A month is over when nothing that was written in it can still be on its way. */
  private static final Duration GRACE = Duration.ofHours(1);

  private static final List<String> KINDS = List.of("ETHICS", "DISCIPLINE", "CONFLICT");
  private static final List<String> STAGES = List.of("OPEN", "EXAMINATION", "CONCLUDED");
  private static final List<String> OUTCOMES =
      List.of("NOT_PROVEN", "MORAL_SANCTION", "DISCIPLINE_SANCTION", "NO_CONFLICT", "CONTROLLED");
  private static final List<String> IN_TIME = List.of("IN_TIME", "LATE");

  @PersistenceContext EntityManager em;
  @Inject FigureBook book;
  @Inject Releases releases;
  @Inject Units units;
  @Inject AgencySettings agency;
  @Inject DeclarationSettings declarations;
  @Inject Clock clock;

  /** All figures of the period. */
  @Allow(Permission.SEE_FIGURES)
  public Figures of(Period period) {
    long position = book.position();
    YearMonth last = lastClosed();
    Optional<Period> closed = period.until(last);
    Counts opened = counts(Measure.OPENED, period);
    Release byKind = release(last, year -> opened.year(year, single(KINDS), months(year, last)));
    Counts done = counts(Measure.CONCLUDED, period);
    Release concluded = release(last, year -> done.year(year, single(KINDS), months(year, last)));
    FigureTable stages = stages();
    return new Figures(
        period.from(),
        period.to(),
        closed.map(Period::to),
        position,
        stages.lines().getLast().values().getFirst(),
        closed.map(over -> byKind.value(SmallNumbers.ALL, over)).orElse(FigureTable.Value.HIDDEN),
        closed
            .map(over -> concluded.value(SmallNumbers.ALL, over))
            .orElse(FigureTable.Value.HIDDEN),
        closed.flatMap(over -> median(over, concluded)),
        closed
            .map(
                over ->
                    List.of(
                        stages,
                        table("kind", Measure.OPENED, KINDS, byKind, over),
                        months(over, byKind, concluded),
                        outcomes(over, last),
                        byUnit(over, last, opened),
                        yearly(over, last),
                        reviews(over, last)))
            .orElse(List.of(stages)));
  }

  /** The last month that is over. */
  public YearMonth lastClosed() {
    return YearMonth.from(clock.instant().minus(GRACE).atZone(agency.zone())).minusMonths(1);
  }

  /** The first month of which anything was counted; empty before the first. */
  public Optional<YearMonth> first() {
    Object month = em.createNativeQuery("select min(month) from insight_count").getSingleResult();
    return month == null
        ? Optional.empty()
        : Optional.of(YearMonth.from(((Date) month).toLocalDate()));
  }

  private Optional<Integer> median(Period over, Release concluded) {
    FigureTable.Value many = concluded.value(SmallNumbers.ALL, over);
    return many.shown() && many.number() >= SmallNumbers.LEAST
        ? Optional.of(counts(Measure.CONCLUDED_DAYS, over).median(over))
        : Optional.empty();
  }

  private FigureTable stages() {
    Counts counts = counts(Measure.STAGE, null);
    long[][] now =
        STAGES.stream().map(stage -> new long[] {counts.ever(stage)}).toArray(long[][]::new);
    SmallNumbers shown = releases.of(List.<long[][]>of(now)).getFirst();
    List<FigureTable.Line> lines = new ArrayList<>();
    for (int i = 0; i < STAGES.size(); i++) {
      lines.add(line(STAGES.get(i), shownNow(shown, i)));
    }
    lines.add(line(FigureTable.TOTAL, shownNow(shown, SmallNumbers.ALL)));
    return new FigureTable("stage", Measure.STAGE.name(), List.of("now"), lines);
  }

  private static FigureTable.Value shownNow(SmallNumbers shown, int group) {
    var value = shown.shown(group, 0, 0);
    return value.isPresent() ? FigureTable.Value.of(value.getAsLong()) : FigureTable.Value.HIDDEN;
  }

  private FigureTable months(Period over, Release opened, Release concluded) {
    List<FigureTable.Line> lines = new ArrayList<>();
    for (YearMonth month = over.from(); !month.isAfter(over.to()); month = month.plusMonths(1)) {
      Period one = new Period(month, month);
      lines.add(
          line(
              month.toString(),
              opened.value(SmallNumbers.ALL, one),
              concluded.value(SmallNumbers.ALL, one)));
    }
    return new FigureTable(
        "month", Measure.OPENED + ", " + Measure.CONCLUDED, List.of("opened", "concluded"), lines);
  }

  private FigureTable outcomes(Period over, YearMonth last) {
    Counts counts = counts(Measure.OUTCOME, over);
    Release shown = release(last, year -> counts.year(year, single(OUTCOMES), months(year, last)));
    return table("outcome", Measure.OUTCOME, OUTCOMES, shown, over);
  }

  private FigureTable yearly(Period over, YearMonth last) {
    Counts counts = counts(Measure.YEARLY, over);
    Release shown = release(last, year -> counts.year(year, single(IN_TIME), months(year, last)));
    return table("yearly", Measure.YEARLY, IN_TIME, shown, over);
  }

  private FigureTable reviews(Period over, YearMonth last) {
    Counts counts = counts(Measure.REVIEW_DAYS, over);
    int limit = declarations.reviewWorkingDays();
    List<String> days =
        IntStream.rangeClosed(0, Tally.MOST_DAYS).mapToObj("%04d"::formatted).toList();
    List<List<String>> parts =
        List.of(days.subList(0, limit + 1), days.subList(limit + 1, days.size()));
    Release shown = release(last, year -> counts.year(year, parts, months(year, last)));
    return table("review", Measure.REVIEW_DAYS, IN_TIME, shown, over);
  }

  /**
   * By unit only for years that are over: in a year that grows month by month, comparing two days
   * would tell what the month between added to a small unit.
   */
  private FigureTable byUnit(Period over, YearMonth last, Counts opened) {
    UnitGroups groups = UnitGroups.of(units.all());
    List<List<String>> parts = new ArrayList<>(groups.parts());
    parts.add(List.of(Tally.NO_UNIT));
    Counts counts = counts(Measure.OPENED_UNIT, over);
    Release shown =
        new Release(
            last,
            year ->
                months(year, last) < 12
                    ? releases.of(List.<long[][]>of(new long[parts.size()][0])).getFirst()
                    : releases
                        .of(
                            List.of(
                                opened.year(year, single(KINDS), 12), counts.year(year, parts, 12)))
                        .getLast());
    List<FigureTable.Line> lines = new ArrayList<>();
    FigureTable.Value total = shown.value(SmallNumbers.ALL, over);
    long left = total.number();
    for (int i = 0; i < groups.names().size(); i++) {
      FigureTable.Value value = shown.value(i, over);
      if (value.shown() && value.number() > 0) {
        lines.add(new FigureTable.Line("UNIT", groups.names().get(i), List.of(value)));
        left -= value.number();
      }
    }
    if (total.shown()) {
      lines.add(line(FigureTable.OTHERS, FigureTable.Value.of(left)));
    }
    lines.add(line(FigureTable.TOTAL, total));
    return new FigureTable("unit", Measure.OPENED_UNIT.name(), List.of("period"), lines);
  }

  private FigureTable table(
      String id, Measure measure, List<String> keys, Release shown, Period over) {
    List<FigureTable.Line> lines = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      lines.add(line(keys.get(i), shown.value(i, over)));
    }
    lines.add(line(FigureTable.TOTAL, shown.value(SmallNumbers.ALL, over)));
    return new FigureTable(id, measure.name(), List.of("period"), lines);
  }

  private Release release(YearMonth last, Function<Integer, long[][]> counts) {
    return new Release(last, year -> releases.of(List.<long[][]>of(counts.apply(year))).getFirst());
  }

  private static FigureTable.Line line(String key, FigureTable.Value... values) {
    return new FigureTable.Line(key, null, Arrays.asList(values));
  }

  private static int months(int year, YearMonth last) {
    return Release.closedMonths(year, last);
  }

  private static List<List<String>> single(List<String> parts) {
    return parts.stream().map(List::of).toList();
  }

  /** The counts of the calendar years that the period touches; of all time without a period. */
  private Counts counts(Measure measure, Period period) {
    YearMonth from = period == null ? YearMonth.of(1, 1) : period.from().withMonth(1);
    YearMonth to = period == null ? YearMonth.of(9999, 12) : period.to().withMonth(12);
    List<?> rows =
        em.createNativeQuery(
                "select month, part, n from insight_count"
                    + " where measure = ?1 and month between ?2 and ?3 order by month, part")
            .setParameter(1, measure.name())
            .setParameter(2, Date.valueOf(from.atDay(1)))
            .setParameter(3, Date.valueOf(to.atDay(1)))
            .getResultList();
    return Counts.of(
        rows.stream()
            .map(Object[].class::cast)
            .map(
                row ->
                    new Counts.Cell(
                        YearMonth.from(((Date) row[0]).toLocalDate()),
                        (String) row[1],
                        ((Number) row[2]).longValue()))
            .toList());
  }
}
