package org.jejak.signin;

import jakarta.inject.Inject;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Opens an account again. */
@Command
@Allow(Permission.MANAGE_ACCOUNTS)
public class EnableAccount {
  @Inject Accounts accounts;
  @Inject Ledger ledger;

  /**
   * @param person the handle of whose account it is
   */
  public void run(String person) {
    ledger.append(accounts.get(person).enable());
  }
}
