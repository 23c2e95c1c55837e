package org.jejak.signin;

import org.jejak.ledger.EventName;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;

/** What happens to accounts, in the chain of the person. */
public sealed interface SigninEvent extends LedgerEvent {
  @EventName("signin.account-made/1")
  record AccountMade(Subject subject, boolean demo) implements SigninEvent {}

  /** By the person themselves. */
  @EventName("signin.password-changed/1")
  record PasswordChanged(Subject subject) implements SigninEvent {}

  /** By an administrator; the person has to choose their own at the next sign-in. */
  @EventName("signin.password-reset/1")
  record PasswordReset(Subject subject) implements SigninEvent {}

  @EventName("signin.account-disabled/1")
  record AccountDisabled(Subject subject) implements SigninEvent {}

  @EventName("signin.account-enabled/1")
  record AccountEnabled(Subject subject) implements SigninEvent {}

  /** The person signed out everywhere. */
  @EventName("signin.sessions-ended/1")
  record SessionsEnded(Subject subject) implements SigninEvent {}
}
