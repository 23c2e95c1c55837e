package org.jejak.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jejak.base.Refusal;
import org.jejak.intake.Gate;
import org.jejak.signin.Door;
import org.jejak.web.Addresses;
import org.jejak.web.Preference;
import org.jejak.web.faces.Leave;

/** Page {@code /sign-in.xhtml}. Keeps no session until somebody is in. */
@Named
@RequestScoped
public class SignInPage {
  private static final String HOME = "/home";

  @Inject Door door;
  @Inject Gate intake; // knows which header of a proxy in front to believe
  @Inject HttpServletRequest request;

  private String username;
  private String password;

  /** Begins the session and leads on to where one wanted to go. */
  public void enter() {
    HttpServletResponse response = Leave.response();
    String address = intake.client(request.getRemoteAddr(), request::getHeader);
    if (door.enter(username, password, address, request, response).isEmpty()) {
      throw Refusal.invalid("signin.wrong", "user name and password do not fit together");
    }
    Preference.keepAll(request, response);
    Leave.to(Addresses.isLocal(getNext()) ? getNext() : HOME);
  }

  /** Where one wanted to go before; the form posts to the address that has it. */
  public String getNext() {
    return request.getParameter("next");
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
}
