package org.jejak.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jejak.base.AgencySettings;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.intake.ReportStage;
import org.jejak.intake.Reports;
import org.jejak.web.HomeSection;
import org.jejak.web.Waiting;
import org.jejak.web.Words;

/** The reports that wait for triage: on the home page, and counted in the navigation. */
@RequestScoped
public class WaitingReports implements HomeSection, Waiting {
  private static final int ROWS = 5;

  @Inject Reports reports;
  @Inject Policy policy;
  @Inject AgencySettings agency;
  @Inject Clock clock;
  @Inject Words words;

  @Override
  public String path() {
    return "/cases/triage";
  }

  @Override
  public Count count() {
    var counts = reports.counts();
    return new Count(counts.get(ReportStage.RECEIVED) + counts.get(ReportStage.REVIEW), false);
  }

  @Override
  public String id() {
    return "waiting-reports";
  }

  @Override
  public String titleKey() {
    return "triage.waiting";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public boolean isShown() {
    return policy.allows(Permission.TRIAGE);
  }

  @Override
  public boolean isToDo() {
    return true;
  }

  @Override
  public List<Row> rows() {
    return Stream.of(ReportStage.RECEIVED, ReportStage.REVIEW)
        .flatMap(stage -> reports.at(stage, ROWS).stream())
        .limit(ROWS)
        .map(this::row)
        .toList();
  }

  private Row row(Reports.Row report) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), agency.zone());
    long days = ChronoUnit.DAYS.between(report.receivedOn(), today);
    return new Row(
        new Link("/cases/triage/" + report.number(), report.reference().value()),
        TriagePage.wholeWords(report.beginning()) + " · " + words.of("triage.age", days),
        null);
  }

  @Override
  public String emptyKey() {
    return "triage.waiting.none";
  }

  @Override
  public Link more() {
    return new Link("/cases/triage", words.of("triage.all"));
  }
}
