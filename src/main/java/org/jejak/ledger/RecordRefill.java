package org.jejak.ledger;

import jakarta.inject.Inject;
import org.jejak.base.Command;
import org.jejak.ledger.log.Refill;

/** Records that a log was refilled, as its first new entry. */
@Command
public class RecordRefill {
  @Inject Ledger ledger;

  public void run(String log, Refill.Result result) {
    ledger.append(new LogRefilled(Subject.SYSTEM, log, result.from(), result.to()));
  }
}
