package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jejak.base.Acting;
import org.jejak.identity.Roles;

/** Sign-in, sign-out and a changed password, as pages do them: with a session. */
@ApplicationScoped
public class Door {
  private static final System.Logger LOG = System.getLogger(Door.class.getName());

  @Inject SignIn signIn;
  @Inject Sessions sessions;
  @Inject Accounts accounts;
  @Inject Roles roles;
  @Inject ChangePassword changePassword;
  @Inject EndSessions endSessions;

  /**
   * Begins a session where user name and password fit.
   *
   * @param address the network address; used and forgotten
   * @return the account; empty where they do not fit
   * @throws org.jejak.base.Refusal {@code signin.wait}, {@code signin.busy}
   */
  public Optional<Account> enter(
      String username,
      String password,
      String address,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignIn.Place place = new SignIn.Place(address, sessions.device(request));
    Optional<Account> account = signIn.check(username, password, place);
    account.ifPresent(found -> sessions.begin(request, response, found, roles.of(found.person())));
    return account;
  }

  /** Ends this browser's session. */
  public void leave(HttpServletRequest request, HttpServletResponse response) {
    LOG.log(System.Logger.Level.INFO, "sign-out: person/{0}", Acting.now().handle());
    sessions.end(request, response);
  }

  /** Changes one's own password: every other session ends, this one goes on under new ids. */
  public void changePassword(
      String present, String wanted, HttpServletRequest request, HttpServletResponse response) {
    changePassword.run(present, wanted);
    String person = Acting.now().handle();
    sessions.begin(request, response, accounts.get(person), roles.of(person));
  }

  /** Signs oneself out everywhere, here too. */
  public void leaveEverywhere(HttpServletRequest request, HttpServletResponse response) {
    endSessions.run();
    leave(request, response);
  }
}
