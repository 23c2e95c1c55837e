package org.jejak.ledger;

import jakarta.inject.Inject;
import org.jejak.base.Command;
import org.jejak.ledger.seal.Vault;

/** Records that there will be another master key. {@link MasterKeyRoom} makes it. */
@Command
public class RotateMasterKey {
  @Inject Ledger ledger;
  @Inject Vault vault;

  /**
   * @return the id of the new key
   */
  public String run() {
    String next = vault.nextMaster();
    ledger.append(new MasterKeyRotated(Subject.SYSTEM, next, vault.master()));
    return next;
  }
}
