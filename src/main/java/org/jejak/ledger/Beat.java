package org.jejak.ledger;

import jakarta.inject.Inject;
import org.jejak.base.Command;

/** Writes the day's heartbeat. */
@Command
public class Beat {
  @Inject Ledger ledger;

  public void run() {
    ledger.append(new Heartbeat(Subject.SYSTEM));
  }
}
