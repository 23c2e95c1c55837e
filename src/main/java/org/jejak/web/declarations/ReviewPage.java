package org.jejak.web.declarations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jejak.base.Acting;
import org.jejak.base.Refusal;
import org.jejak.declarations.DecideOnDeclaration;
import org.jejak.declarations.Declaration;
import org.jejak.declarations.DeclarationAct;
import org.jejak.declarations.DeclarationDecision;
import org.jejak.declarations.Declarations;
import org.jejak.declarations.PassReviewOn;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.rules.ConflictControl;
import org.jejak.rules.LawBook;
import org.jejak.web.Language;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /declarations/review.xhtml}: the superior decides. */
@Named
@RequestScoped
public class ReviewPage {
  @Inject DeclarationPage declarationPage;
  @Inject DeclarationWords declarationWords;
  @Inject DecideOnDeclaration decideOnDeclaration;
  @Inject PassReviewOn passReviewOn;
  @Inject Declarations declarations;
  @Inject LawBook law;
  @Inject Language language;
  @Inject Words words;
  @Inject Shell shell;

  private Long version;
  private Boolean conflict;
  private String control;
  private boolean ownedByDeclarant;
  private LocalDate until;
  private String reason;

  /** Refuses what is not there to be decided by the one who asks. */
  @Allow(Permission.REVIEW_DECLARATION)
  public void open() {
    declarationPage.open();
    if (!declaration().reviewer().equals(Acting.now().handle())) {
      throw Refusal.unknown("declaration to review");
    }
    if (version == null) {
      version = declaration().version();
    }
  }

  public String decide() {
    String owner = ownedByDeclarant ? declaration().declarant() : Acting.now().handle();
    return done(
        decideOnDeclaration.run(
            new DecideOnDeclaration.Request(
                declaration().number(),
                version,
                conflict ? control : DeclarationDecision.NO_CONFLICT,
                conflict ? owner : null,
                conflict ? until : null,
                reason)),
        "declarations.review.done");
  }

  public String passOn() {
    passReviewOn.run(declaration().number(), version);
    shell.tell(words.of("declarations.review.passed", declaration().number()));
    return "/declarations/reviews.xhtml?faces-redirect=true";
  }

  private String done(DeclarationAct act, String key) {
    shell.tell(words.of(key, act.number()));
    return "/declarations/declaration.xhtml?faces-redirect=true&number=" + act.number();
  }

  private Declaration declaration() {
    return declarationPage.declaration();
  }

  /** What the same person declared before and the superior may see. */
  public List<Declarations.Row> getEarlier() {
    return declarations.earlier(declaration());
  }

  public List<SelectItem> getOutcomes() {
    return List.of(
        new SelectItem(false, words.of("declarations.review.none")),
        new SelectItem(true, words.of("declarations.review.conflict")));
  }

  public List<SelectItem> getControls() {
    return law.conflicts().settable(declarationWords.today()).stream()
        .filter(one -> !one.code().equals(DeclarationDecision.NO_CONFLICT))
        .map(one -> new SelectItem(one.code(), label(one)))
        .toList();
  }

  private String label(ConflictControl one) {
    String name = one.name(language.getLocale());
    return one.uncertain() ? words.of("declarations.uncertain", name) : name;
  }

  public List<SelectItem> getOwners() {
    return List.of(
        new SelectItem(false, words.of("declarations.review.owner.me")),
        new SelectItem(
            true,
            words.of(
                "declarations.review.owner.declarant", declarationPage.getDeclarant().name())));
  }

  public int getMinReason() {
    return DecideOnDeclaration.MIN_REASON;
  }

  public int getMaxReason() {
    return DecideOnDeclaration.MAX_REASON;
  }

  public Long getVersion() {
    return version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }

  public Boolean getConflict() {
    return conflict;
  }

  public void setConflict(Boolean conflict) {
    this.conflict = conflict;
  }

  public String getControl() {
    return control;
  }

  public void setControl(String control) {
    this.control = control;
  }

  public boolean isOwnedByDeclarant() {
    return ownedByDeclarant;
  }

  public void setOwnedByDeclarant(boolean ownedByDeclarant) {
    this.ownedByDeclarant = ownedByDeclarant;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
