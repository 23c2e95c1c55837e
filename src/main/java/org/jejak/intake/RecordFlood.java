package org.jejak.intake;

import jakarta.inject.Inject;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Subject;

/** Notes that reports were held back, so that a flood is no secret afterwards. */
@Command
@Allow(Permission.REPORT)
public class RecordFlood {
  @Inject Registry registry;
  @Inject Ledger ledger;

  /** Once for each hour in which it happens; from whom is not known. */
  public void run() {
    ledger.append(new ReportEvent.Flooded(Subject.SYSTEM, registry.today()));
  }
}
