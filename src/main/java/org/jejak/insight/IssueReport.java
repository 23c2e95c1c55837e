package org.jejak.insight;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Issues the integrity report of a period: freezes its figures and puts their hash in the log. */
@Command
@Allow(Permission.ISSUE_REPORT)
public class IssueReport {
  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;
  @Inject FigureTables figures;
  @Inject Clock clock;

  /**
   * Issues it.
   *
   * @param period what of it is over is in the report
   * @throws Refusal {@code insight.period.open} where no month of it is over
   */
  public ReportNumber run(@NotNull Period period) {
    Period closed =
        period
            .until(figures.lastClosed())
            .orElseThrow(
                () ->
                    Refusal.rule(
                        "insight.period.open",
                        "no month of %s is over yet".formatted(period.written()),
                        period.written()));
    var report =
        new IntegrityReport(closed, figures.of(closed), Acting.now().handle(), clock.instant());
    em.persist(report);
    ledger.append(report.issued());
    return report.number();
  }
}
