package org.jejak.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jejak.identity.Allow;
import org.jejak.identity.GrantRole;
import org.jejak.identity.Permission;
import org.jejak.identity.RevokeRole;
import org.jejak.identity.Role;
import org.jejak.signin.DisableAccount;
import org.jejak.signin.EnableAccount;
import org.jejak.signin.MakeAccount;
import org.jejak.signin.ResetPassword;
import org.jejak.signin.SigninSettings;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** The forms about account and roles on {@code /admin/person.xhtml}. */
@Named("adminAccountPage")
@RequestScoped
@Allow(Permission.MANAGE_ACCOUNTS)
public class AccountPage {
  @Inject PersonPage of;
  @Inject MakeAccount makeAccount;
  @Inject ResetPassword resetPassword;
  @Inject DisableAccount disableAccount;
  @Inject EnableAccount enableAccount;
  @Inject GrantRole grantRole;
  @Inject RevokeRole revokeRole;
  @Inject SigninSettings settings;
  @Inject Shell shell;
  @Inject Words words;

  private String username;
  private String password;
  private Role given;
  private Role taken;
  private String reasonToGive;
  private String reasonToTake;

  public String make() {
    makeAccount.run(handle(), username, password);
    return done("made");
  }

  public String reset() {
    resetPassword.run(handle(), password);
    return done("reset");
  }

  public String disable() {
    disableAccount.run(handle());
    return done("disabled");
  }

  public String enable() {
    enableAccount.run(handle());
    return done("enabled");
  }

  public String grant() {
    grantRole.run(handle(), Set.of(given), reasonToGive);
    return done("granted");
  }

  public String revoke() {
    revokeRole.run(handle(), taken, reasonToTake);
    return done("revoked");
  }

  private String handle() {
    return of.getPerson().handle();
  }

  private String done(String what) {
    shell.tell(words.of("admin.account." + what));
    return "/admin/person?faces-redirect=true&nip=" + of.getNip();
  }

  /** The roles that the person can still be given. */
  public List<Role> getToGive() {
    List<Role> held = of.getRoles();
    return Arrays.stream(Role.values())
        .filter(role -> !role.isComputed() && !held.contains(role))
        .toList();
  }

  /** The roles that can be taken back. */
  public List<Role> getToTake() {
    return of.getRoles().stream().filter(role -> !role.isComputed()).toList();
  }

  public int getShortest() {
    return settings.shortestPassword();
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public Role getGiven() {
    return given;
  }

  public void setGiven(Role given) {
    this.given = given;
  }

  public Role getTaken() {
    return taken;
  }

  public void setTaken(Role taken) {
    this.taken = taken;
  }

  public String getReasonToGive() {
    return reasonToGive;
  }

  public void setReasonToGive(String reasonToGive) {
    this.reasonToGive = reasonToGive;
  }

  public String getReasonToTake() {
    return reasonToTake;
  }

  public void setReasonToTake(String reasonToTake) {
    this.reasonToTake = reasonToTake;
  }
}
