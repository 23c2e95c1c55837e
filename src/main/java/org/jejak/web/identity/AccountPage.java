package org.jejak.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jejak.base.Acting;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.signin.Account;
import org.jejak.signin.Accounts;
import org.jejak.signin.Door;
import org.jejak.signin.SigninSettings;
import org.jejak.web.Shell;
import org.jejak.web.Words;
import org.jejak.web.faces.Leave;

/** Page {@code /account.xhtml}: one's own password, and signing out everywhere. */
@Named
@RequestScoped
@Allow(Permission.SIGNED_IN)
public class AccountPage {
  @Inject Door door;
  @Inject Accounts accounts;
  @Inject SigninSettings settings;
  @Inject Shell shell;
  @Inject Words words;
  @Inject HttpServletRequest request;

  private String present;
  private String wanted;
  private String again;

  public String change() {
    if (wanted != null && !wanted.equals(again)) {
      throw Refusal.invalid("password.again", "the two new passwords differ");
    }
    door.changePassword(present, wanted, request, Leave.response());
    shell.tell(words.of("signin.account.changed"));
    return "/account?faces-redirect=true";
  }

  public void leaveEverywhere() {
    door.leaveEverywhere(request, Leave.response());
    Leave.to("/sign-in?out=1");
  }

  private Account account() {
    return accounts.of(Acting.now().handle()).orElseThrow(() -> Refusal.unknown("account"));
  }

  public String getUsername() {
    return account().username();
  }

  /** Whether nothing else opens before the password is changed. */
  public boolean isMustChange() {
    return account().mustChange();
  }

  public int getShortest() {
    return settings.shortestPassword();
  }

  public String getPresent() {
    return present;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
