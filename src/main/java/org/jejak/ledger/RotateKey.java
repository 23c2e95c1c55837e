package org.jejak.ledger;

import jakarta.inject.Inject;
import java.io.IOException;
import org.jejak.base.Command;
import org.jejak.ledger.log.Log;
import org.jejak.tlog.VerifierKey;

/** Records a log's new key, or the end of its former one. {@link KeyRoom} does the rest. */
@Command
public class RotateKey {
  @Inject Ledger ledger;

  /** The new key signs nothing yet: its entry must be committed before. */
  public void introduce(Log log) throws IOException {
    VerifierKey before = log.keys().verifier();
    VerifierKey next = log.keys().makeNext();
    ledger.append(new KeyRotated(Subject.SYSTEM, log.name(), next.toString(), before.toString()));
  }

  /** The former key still signs: it may stop when this is committed. */
  public void retire(Log log, VerifierKey former) {
    ledger.append(new KeyRetired(Subject.SYSTEM, log.name(), former.toString()));
  }
}
