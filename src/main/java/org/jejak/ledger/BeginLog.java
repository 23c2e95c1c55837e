package org.jejak.ledger;

import jakarta.inject.Inject;
import java.io.IOException;
import org.jejak.base.Command;

/**
 * Opens the log's key and, at the very first start, writes entry 0 before anything else can be
 * recorded.
 */
@Command
public class BeginLog {
  @Inject Ledger ledger;
  @Inject LedgerSettings settings;
  @Inject LogKey key;

  /**
   * @throws IOException when the key cannot be read; nothing was written then
   */
  public void run() throws IOException {
    boolean begun = ledger.count(Subject.SYSTEM.handle()) > 0;
    key.open(begun);
    if (!begun) {
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
