package org.jejak.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jejak.base.Acting;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.ledger.access.ConfirmYearEnd;
import org.jejak.ledger.access.RequestYearEnd;
import org.jejak.ledger.access.WithdrawYearEnd;
import org.jejak.ledger.access.YearEnd;
import org.jejak.ledger.access.Years;

/** Page {@code /ledger/access/year.xhtml}: one year of looks; two people may have it destroyed. */
@Named
@RequestScoped
@Allow(Permission.END_ACCESS_YEAR)
public class YearPage {
  @Inject Years years;
  @Inject RequestYearEnd requestYearEnd;
  @Inject ConfirmYearEnd confirmYearEnd;
  @Inject WithdrawYearEnd withdrawYearEnd;
  @Inject People people;

  private String number;
  private String typed;
  private String ground;
  private Years.Year year;

  /** The address knows the year, also when a form is shown again with its faults. */
  @PostConstruct
  void takeNumber() {
    number =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("year");
  }

  public Years.Year getYear() {
    if (year == null) {
      if (number == null || !number.matches("[0-9]{4}")) {
        throw Refusal.unknown("a year of looks");
      }
      year = years.get(Integer.parseInt(number));
    }
    return year;
  }

  /** Asks for the year to be destroyed. */
  public String ask() {
    demandTyped();
    requestYearEnd.run(getYear().year(), ground);
    return here();
  }

  /** Confirms what somebody else asked for. */
  public String confirm() {
    demandTyped();
    confirmYearEnd.run(getYear().year());
    return here();
  }

  /** Takes the request back. */
  public String withdraw() {
    withdrawYearEnd.run(getYear().year());
    return here();
  }

  private void demandTyped() {
    if (typed == null || !typed.strip().equals(getYear().log())) {
      throw Refusal.invalid("access.typed", "the name of the log was not typed", getYear().log());
    }
  }

  private String here() {
    return "/ledger/access/year?faces-redirect=true&year=" + getYear().year();
  }

  /** Whether its end can be asked for. */
  public boolean isEndable() {
    return getYear().end() == null && years.isOver(getYear());
  }

  /** Whether its end waits for a second person. */
  public boolean isWaiting() {
    return getYear().end() != null && getYear().end().state() == YearEnd.State.REQUESTED;
  }

  /** Whether the one who looks is the one who asked. */
  public boolean isMine() {
    return isWaiting() && getYear().end().requestedBy().equals(Acting.now().handle());
  }

  /** The name of whoever asked, or closed it. */
  public String name(String handle) {
    return people.byHandle(handle).map(Person::name).orElse("");
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }

  public String getGround() {
    return ground;
  }

  public void setGround(String ground) {
    this.ground = ground;
  }
}
