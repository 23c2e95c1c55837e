package org.jejak.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jejak.base.AgencySettings;
import org.jejak.base.Refusal;
import org.jejak.identity.PositionLevel;
import org.jejak.identity.Regime;
import org.jejak.signin.FirstAdministrator;
import org.jejak.signin.MakeFirstAdministrator;
import org.jejak.signin.SigninSettings;
import org.jejak.web.faces.Leave;

/** Page {@code /sign-in/first.xhtml}, opened by the one-time link that the launcher prints. */
@Named
@RequestScoped
public class FirstAdministratorPage {
  @Inject FirstAdministrator first;
  @Inject AgencySettings agency;
  @Inject SigninSettings settings;
  @Inject HttpServletRequest request;

  private String unitCode;
  private String unitName;
  private String name;
  private String nip;
  private String position;
  private String username;
  private String password;
  private String again;

  public void make() {
    if (password != null && !password.equals(again)) {
      throw Refusal.invalid("password.again", "the two passwords differ");
    }
    first.make(
        getCode(),
        new MakeFirstAdministrator.Request(
            unitCode,
            unitName,
            nip,
            name,
            Regime.PNS,
            position,
            PositionLevel.PELAKSANA,
            username,
            password));
    Leave.to("/sign-in?made=1");
  }

  /** The code of the link; the form posts to the address that has it. */
  public String getCode() {
    return request.getParameter("code");
  }

  public boolean isGood() {
    return first.isGood(getCode());
  }

  public int getShortest() {
    return settings.shortestPassword();
  }

  public String getUnitCode() {
    return unitCode;
  }

  public void setUnitCode(String unitCode) {
    this.unitCode = unitCode;
  }

  /** The agency's name, until another is typed. */
  public String getUnitName() {
    return unitName == null ? agency.name() : unitName;
  }

  public void setUnitName(String unitName) {
    this.unitName = unitName;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNip() {
    return nip;
  }

  public void setNip(String nip) {
    this.nip = nip;
  }

  public String getPosition() {
    return position;
  }

  public void setPosition(String position) {
    this.position = position;
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

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
