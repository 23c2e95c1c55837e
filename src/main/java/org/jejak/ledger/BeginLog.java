package org.jejak.ledger;

import jakarta.inject.Inject;
import org.jejak.base.Command;

/** Writes entry 0, before anything else can be recorded. Done once, at the very first start. */
@Command
public class BeginLog {
  @Inject Ledger ledger;
  @Inject LedgerSettings settings;
  @Inject LogKey key;

  public void run() {
    if (ledger.count(Subject.SYSTEM.handle()) == 0) {
      ledger.append(
          new LogBegun(
              Subject.SYSTEM,
              Ledger.RECORDS,
              settings.origin(),
              settings.isDemo(),
              key.get().verifier().toString()));
    }
  }
}
