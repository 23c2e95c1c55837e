package org.jejak.ledger.access;

import jakarta.inject.Inject;
import java.time.Clock;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.ledger.Ledger;

/** Takes a request to destroy a year back, one's own or another's. */
@Command
public class WithdrawYearEnd {
  @Inject Years years;
  @Inject Ledger ledger;
  @Inject Clock clock;

  public void run(int year) {
    YearEnd end =
        years
            .waiting(AccessLogs.of(year))
            .orElseThrow(() -> Refusal.rule("access.not-requested", "nobody has asked"));
    ledger.append(end.withdraw(Acting.now().handle(), clock.instant()));
  }
}
