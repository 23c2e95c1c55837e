package org.jejak.signin;

import jakarta.inject.Inject;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Signs oneself out everywhere, tokens too. */
@Command
@Allow(Permission.SIGNED_IN)
public class EndSessions {
  @Inject Accounts accounts;
  @Inject Ledger ledger;

  public void run() {
    ledger.append(accounts.get(Acting.now().handle()).endSessions());
  }
}
