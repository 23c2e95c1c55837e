package org.jejak.web.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jejak.base.AgencySettings;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.intake.ReportStage;
import org.jejak.intake.Reports;
import org.jejak.web.Words;

/** Page {@code /cases/triage.xhtml}: what waits for a decision, in three columns. */
@Named
@RequestScoped
@Allow(Permission.TRIAGE)
public class TriagePage {
  /** More than anybody reads; the oldest are shown. */
  private static final int SHOWN = 50;

  @Inject Reports reports;
  @Inject AgencySettings agency;
  @Inject Clock clock;
  @Inject Words words;

  private List<Column> columns;
  private long total;

  /**
   * One column of the board.
   *
   * @param more whether there are more than are shown
   */
  public record Column(String id, String title, String whenEmpty, boolean more, List<Card> cards) {}

  /** A report on the board, with the days it has waited. */
  public record Card(Reports.Row report, String beginning, String age, String asked) {}

  @PostConstruct
  void read() {
    Map<ReportStage, Long> counts = reports.counts();
    total = counts.values().stream().mapToLong(Long::longValue).sum();
    columns =
        Stream.of(ReportStage.RECEIVED, ReportStage.REVIEW, ReportStage.WAITING)
            .map(stage -> column(stage, counts.get(stage)))
            .toList();
  }

  private Column column(ReportStage stage, long count) {
    return new Column(
        stage.name(),
        words.of("triage.column", stage, count),
        words.of("triage.none." + stage),
        count > SHOWN,
        reports.at(stage, SHOWN).stream().map(this::card).toList());
  }

  private Card card(Reports.Row report) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), agency.zone());
    long days = ChronoUnit.DAYS.between(report.receivedOn(), today);
    return new Card(
        report,
        wholeWords(report.beginning()),
        words.of("triage.age", days),
        report.questions() == 0 ? "" : words.of("triage.asked", report.questions()));
  }

  /** What was cut in a word is cut before it. */
  static String wholeWords(String beginning) {
    int end = beginning.length() < Reports.BEGINNING ? -1 : beginning.lastIndexOf(' ');
    return end <= 0 ? beginning : beginning.substring(0, end) + " …";
  }

  public List<Column> getColumns() {
    return columns;
  }

  public long getTotal() {
    return total;
  }

  public int getShown() {
    return SHOWN;
  }
}
