package org.jejak.signin;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Gives somebody an account, with a password that they must change when they first sign in. */
@Command
@Allow(Permission.MANAGE_ACCOUNTS)
public class MakeAccount {
  @PersistenceContext EntityManager em;
  @Inject Accounts accounts;
  @Inject People people;
  @Inject PasswordHasher hasher;
  @Inject SigninSettings settings;
  @Inject Ledger ledger;

  /**
   * @param person the handle of whom it is for
   * @param password what the administrator tells them
   */
  public void run(String person, String username, String password) {
    String name = Account.username(username);
    PasswordRule.check(password, name, settings.shortestPassword());
    keep(new Account(people.get(person).handle(), name, hasher.hash(password), false, true));
  }

  /**
   * An account of the demo agency: any password, and nothing to change.
   *
   * @throws Refusal {@code account.demo} outside demo mode
   */
  public void runDemo(String person, String username, String password) {
    if (!settings.isDemo()) {
      throw Refusal.rule("account.demo", "demo accounts are made in demo mode only");
    }
    String name = Account.username(username);
    keep(new Account(people.get(person).handle(), name, hasher.hash(password), true, false));
  }

  private void keep(Account account) {
    if (accounts.of(account.person()).isPresent()) {
      throw Refusal.rule("account.known", "the person has an account already");
    }
    if (accounts.byUsername(account.username()).isPresent()) {
      throw Refusal.rule("account.taken", "the user name is taken", account.username());
    }
    em.persist(account);
    ledger.append(account.made());
  }
}
