package org.jejak.signin;

import jakarta.inject.Inject;
import java.time.Clock;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Shuts an account; its sessions and tokens end with their next request. */
@Command
@Allow(Permission.MANAGE_ACCOUNTS)
public class DisableAccount {
  @Inject Accounts accounts;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * @param person the handle of whose account it is
   */
  public void run(String person) {
    if (Acting.now().handle().equals(person)) {
      throw Refusal.rule("account.self", "nobody disables their own account");
    }
    ledger.append(accounts.get(person).disable(clock.instant()));
  }
}
