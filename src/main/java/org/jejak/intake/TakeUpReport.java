package org.jejak.intake;

import jakarta.inject.Inject;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.cases.CaseNumber;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Puts one's own name to a report, so that colleagues read another. */
@Command
@Allow(Permission.TRIAGE)
public class TakeUpReport {
  @Inject Reports reports;
  @Inject Ledger ledger;

  /**
   * @param seen the version that was on the page
   */
  public void run(CaseNumber number, long seen) {
    Report report = reports.get(number);
    report.demand(seen);
    ledger.append(report.takeUp(Acting.now().handle()));
  }
}
