package org.jejak.signin;

import jakarta.inject.Inject;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Changes one's own password, and ends every session and token of the account. */
@Command
@Allow(Permission.SIGNED_IN)
public class ChangePassword {
  @Inject Accounts accounts;
  @Inject PasswordHasher hasher;
  @Inject SigninSettings settings;
  @Inject Ledger ledger;

  /**
   * @throws Refusal {@code password.wrong} where the present one is not right, {@code password.*}
   *     where the new one cannot be
   */
  public void run(String present, String wanted) {
    Account account = accounts.get(Acting.now().handle());
    if (!hasher.matches(present == null ? "" : present, account.password())) {
      throw Refusal.invalid("password.wrong", "the present password is not right");
    }
    PasswordRule.check(wanted, account.username(), settings.shortestPassword());
    if (wanted.equals(present)) {
      throw Refusal.invalid("password.same", "the new password is the present one");
    }
    ledger.append(account.change(hasher.hash(wanted)));
  }
}
