package org.jejak.web.erasure;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jejak.base.Acting;
import org.jejak.cases.CaseNumber;
import org.jejak.erasure.CarryOutErasure;
import org.jejak.erasure.Erasure;
import org.jejak.erasure.ErasureStage;
import org.jejak.erasure.Erasures;
import org.jejak.erasure.WithdrawErasure;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /erasures/erasure.xhtml}: one erasure, and how it is carried out. */
@Named
@RequestScoped
@Allow(Permission.ERASE)
public class ErasurePage {
  private static final String HERE = "/erasures/erasure?faces-redirect=true&number=";

  @Inject Erasures erasures;
  @Inject CarryOutErasure carryOutErasure;
  @Inject WithdrawErasure withdrawErasure;
  @Inject People people;
  @Inject Shell shell;
  @Inject Words words;

  private String number;
  private String typed;
  private Erasure erasure;

  /** Of the address, also while a form of it is read; asked of Faces, which knows the address. */
  @PostConstruct
  void takeNumber() {
    number =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .get("number");
  }

  public Erasure getErasure() {
    if (erasure == null) {
      erasure = erasures.get(CaseNumber.of(number));
    }
    return erasure;
  }

  public String getAskedBy() {
    return people.byHandle(getErasure().askedBy()).map(Person::name).orElse("");
  }

  /** Whether nobody has ended it yet. */
  public boolean isOpen() {
    return getErasure().stage() == ErasureStage.ASKED;
  }

  /** Whether the one who looks may be the second. */
  public boolean isSecond() {
    return isOpen() && !getErasure().askedBy().equals(Acting.now().handle());
  }

  public String carryOut() {
    CaseNumber known = getErasure().number();
    carryOutErasure.run(new CarryOutErasure.Request(known, typed));
    shell.tell(words.of("erasure.done.told", known));
    return HERE + known;
  }

  public String withdraw() {
    CaseNumber known = getErasure().number();
    withdrawErasure.run(known);
    shell.tell(words.of("erasure.withdrawn.told", known));
    return HERE + known;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }
}
