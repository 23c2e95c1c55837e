package org.jejak.signin;

import jakarta.inject.Inject;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/**
 * Gives somebody who forgot theirs a password for one use. It opens the page where they choose
 * their own, and nothing else; that it happened stands in the log.
 */
@Command
@Allow(Permission.MANAGE_ACCOUNTS)
public class ResetPassword {
  @Inject Accounts accounts;
  @Inject PasswordHasher hasher;
  @Inject SigninSettings settings;
  @Inject Ledger ledger;

  /**
   * @param person the handle of whose account it is
   */
  public void run(String person, String password) {
    if (Acting.now().handle().equals(person)) {
      throw Refusal.rule("account.self", "one's own password is changed on the account page");
    }
    Account account = accounts.get(person);
    PasswordRule.check(password, account.username(), settings.shortestPassword());
    ledger.append(account.reset(hasher.hash(password)));
  }
}
