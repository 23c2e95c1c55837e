package org.jejak.ledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Records looks in a short transaction of their own: when this returns, it is committed. */
@ApplicationScoped
public class RecordLook {
  @Inject AccessLogs logs;
  @Inject LookWriter writer;

  /**
   * Records what the look has gathered since it was recorded last. Call it outside of a transaction
   * and before the answer leaves.
   *
   * @param text whether the answer has a body of ours
   * @param role the roles of the one who looks, as the entry names them
   */
  public void run(Look look, boolean text, String role) {
    logs.openOfNow();
    writer.write(look, text, role);
  }
}
