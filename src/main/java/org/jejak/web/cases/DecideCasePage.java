package org.jejak.web.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseNumber;
import org.jejak.cases.CaseParts;
import org.jejak.cases.Choices;
import org.jejak.cases.DecideMatter;
import org.jejak.cases.Decision;
import org.jejak.cases.Done;
import org.jejak.cases.Manner;
import org.jejak.cases.Matter;
import org.jejak.rules.LawBook;
import org.jejak.rules.Sanction;
import org.jejak.web.Language;
import org.jejak.web.Words;

/** Page {@code /cases/decide.xhtml}. */
@Named
@RequestScoped
public class DecideCasePage {
  private static final String NOT_PROVEN = "NOT_PROVEN";

  @Inject CaseHead head;
  @Inject CaseOutcome outcome;
  @Inject CaseParts parts;
  @Inject Choices choices;
  @Inject MatterWords matterWords;
  @Inject DecideMatter decideMatter;
  @Inject LawBook law;
  @Inject Language language;
  @Inject Words words;

  private int matter;
  private String choice;
  private String reason;
  private String typedNumber;
  private Long seen;

  @PostConstruct
  void takeMatter() {
    matter = head.asked("matter", "decision");
  }

  /** Refuses a matter that is not there, before the page is drawn. */
  public void open() {
    head.open();
    seen = current().version();
  }

  public String decide() {
    demandSameNumber();
    Done done =
        decideMatter.run(
            new DecideMatter.Request(
                head.getFile().number(), matter, decision(), reason, null, seen));
    return outcome.tell("cases.decide.done", done, "/cases/matters");
  }

  /** What the law offers, each with its level and article; what is suspended says so. */
  public List<SelectItem> getChoices() {
    List<SelectItem> items = new ArrayList<>();
    items.add(new SelectItem(NOT_PROVEN, words.plain("cases.decide.not-proven")));
    for (Choices.Choice offered : choices.of(head.getFile(), current())) {
      items.addAll(items(offered));
    }
    return items;
  }

  private List<SelectItem> items(Choices.Choice offered) {
    Locale locale = language.getLocale();
    Sanction sanction = offered.sanction();
    boolean shut = !offered.open() || !isProven();
    List<Manner> manners = Manner.of(sanction.code());
    if (!manners.isEmpty()) {
      return manners.stream()
          .map(
              manner ->
                  new SelectItem(
                      sanction.code() + "/" + manner,
                      words.of(
                          "cases.decide.moral", sanction.name(locale), manner, sanction.citation()),
                      null,
                      shut))
          .toList();
    }
    String text =
        words.of(
            sanction.suspended() ? "cases.decide.suspended" : "cases.decide.sanction",
            sanction.name(locale),
            sanction.level(),
            sanction.citation(),
            sanction
                .substitute()
                .flatMap(law.sanctions()::named)
                .map(other -> other.name(locale))
                .orElse(""));
    return List.of(new SelectItem(sanction.code(), text, null, shut));
  }

  private Decision decision() {
    if (choice.equals(NOT_PROVEN)) {
      return new Decision.NotProven();
    }
    int slash = choice.indexOf('/');
    if (slash < 0) {
      return new Decision.DisciplineSanction(choice);
    }
    return new Decision.MoralSanction(
        choice.substring(0, slash), Manner.valueOf(choice.substring(slash + 1)));
  }

  /** The last look before what cannot be undone: the number typed must be this case's. */
  private void demandSameNumber() {
    CaseNumber number = head.getFile().number();
    if (!number.value().replace("-", "").equals(Handle.normalise(typedNumber))) {
      throw Refusal.invalid(
          "case.number-typed", "another number was typed than %s".formatted(number), number);
    }
  }

  public MatterWords.Shown getShown() {
    return matterWords.of(head.getFile(), current());
  }

  /** What the examination found; {@code null} before it did. */
  public CaseParts.Found getFinding() {
    return finding().orElse(null);
  }

  public boolean isProven() {
    return finding().map(CaseParts.Found::proven).orElse(false);
  }

  private Optional<CaseParts.Found> finding() {
    return parts.findings(head.getFile()).stream()
        .filter(found -> found.matter() == matter)
        .findFirst();
  }

  private Matter current() {
    return parts.matter(head.getFile(), matter);
  }

  public int getMatter() {
    return matter;
  }

  public void setMatter(int matter) {
    this.matter = matter;
  }

  public String getChoice() {
    return choice;
  }

  public void setChoice(String choice) {
    this.choice = choice;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getTypedNumber() {
    return typedNumber;
  }

  public void setTypedNumber(String typedNumber) {
    this.typedNumber = typedNumber;
  }

  public Long getSeen() {
    return seen;
  }

  public void setSeen(Long seen) {
    this.seen = seen;
  }
}
