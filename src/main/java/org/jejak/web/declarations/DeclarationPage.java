package org.jejak.web.declarations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.jejak.base.Acting;
import org.jejak.base.Refusal;
import org.jejak.declarations.Declaration;
import org.jejak.declarations.DeclarationDecision;
import org.jejak.declarations.DeclarationNumber;
import org.jejak.declarations.DeclarationStage;
import org.jejak.declarations.Declarations;
import org.jejak.declarations.Interest;
import org.jejak.declarations.ReviewLimit;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Unit;
import org.jejak.identity.Units;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Receipt;
import org.jejak.web.Deadline;
import org.jejak.web.Happening;
import org.jejak.web.Happenings;
import org.jejak.web.Words;

/** Page {@code /declarations/declaration.xhtml}: one declaration, for those who may see it. */
@Named
@RequestScoped
public class DeclarationPage {
  private static final Duration RECEIPT_WAIT = Duration.ofSeconds(2);
  private static final int SHOWN = 20;

  @Inject Declarations declarations;
  @Inject ReviewLimit limit;
  @Inject Ledger ledger;
  @Inject People people;
  @Inject Units units;
  @Inject Happenings happenings;
  @Inject DeclarationWords declarationWords;
  @Inject Words words;

  private String number;
  private Declaration declaration;
  private Receipt receipt;

  /** Refuses a number that is not there or not for the one who asks. */
  public void open() {
    declaration();
  }

  Declaration declaration() {
    if (declaration == null) {
      declaration =
          declarations.get(
              DeclarationNumber.read(asked()).orElseThrow(() -> Refusal.unknown("declaration")));
    }
    return declaration;
  }

  /** While a form is being read, the view has not yet handed its parameter over. */
  private String asked() {
    String given =
        number == null
            ? FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("number")
            : number;
    return given == null ? "" : given;
  }

  /** The number in its one written form. */
  public String getShown() {
    return declaration().number().value();
  }

  public String getTitle() {
    return declarationWords.title(declaration().kind(), declaration().forYear());
  }

  public DeclarationStage getStage() {
    return declaration().stage();
  }

  public List<Interest> getInterests() {
    return declaration().interests();
  }

  /** Whether the declarant must wait for the superior before deciding in the matter. */
  public boolean isPausing() {
    return declaration().pauses();
  }

  public Deadline getDue() {
    return declarationWords.due(declaration().filedOn());
  }

  public String getReceiptSentence() {
    return words.of("declarations.receipt.sentence", declaration().filedAt());
  }

  public Person getDeclarant() {
    return people.get(declaration().declarant());
  }

  public String getUnit() {
    return units.byHandle(declaration().unit()).map(Unit::name).orElse("");
  }

  public String getReviewer() {
    return people.get(declaration().reviewer()).name();
  }

  public boolean isMine() {
    return declaration().declarant().equals(Acting.now().handle());
  }

  /** Whether the one who looks has to decide. */
  public boolean isToDecide() {
    return isOpen() && declaration().reviewer().equals(Acting.now().handle());
  }

  public boolean isOpen() {
    return declaration().stage() == DeclarationStage.FILED;
  }

  /** {@code null} while nothing is decided. */
  public DeclarationDecision getDecision() {
    return declaration().decision().orElse(null);
  }

  /** The control that was set; {@code null} where none was. */
  public DeclarationDecision.Controlled getControl() {
    return getDecision() instanceof DeclarationDecision.Controlled set ? set : null;
  }

  public String getHowCounted() {
    return words.of("declarations.limit.how", limit.workingDays());
  }

  /** Where it stands in the log. */
  public Receipt getReceipt() {
    if (receipt == null) {
      long seq = declaration().trail().seq();
      receipt =
          ledger
              .await(declaration().handle(), seq, RECEIPT_WAIT)
              .orElseThrow(
                  () -> new IllegalStateException("no entry %d of a declaration".formatted(seq)));
    }
    return receipt;
  }

  public List<Happening> getHistory() {
    return happenings.newest(declaration().handle(), Long.MAX_VALUE, SHOWN);
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
