package org.jejak.web.declarations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jejak.base.Refusal;
import org.jejak.declarations.DeclarationKind;
import org.jejak.declarations.DeclarationSettings;
import org.jejak.declarations.Declarations;
import org.jejak.declarations.FileDeclaration;
import org.jejak.declarations.InterestNature;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.rules.InterestSource;
import org.jejak.rules.LawBook;
import org.jejak.web.Language;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /declarations/new.xhtml}: four steps, one question each. */
@Named
@RequestScoped
public class NewDeclarationPage {
  private static final int CHECK = 4;

  @Inject DeclarationDraft draft;
  @Inject FileDeclaration fileDeclaration;
  @Inject Declarations declarations;
  @Inject DeclarationSettings settings;
  @Inject DeclarationWords declarationWords;
  @Inject LawBook law;
  @Inject Language language;
  @Inject Words words;
  @Inject Shell shell;

  /** Refuses whoever has nothing to declare here, and takes the year that is still open. */
  @Allow(Permission.FILE_DECLARATION)
  public void open() {
    if (draft.getYear() == null) {
      List<Integer> years = openYears();
      draft.setYear(years.isEmpty() ? year() : years.getFirst());
      if (years.isEmpty()) {
        draft.setKind(DeclarationKind.ACTUAL);
      }
    }
  }

  public void forward() {
    switch (draft.getStep()) {
      case 1 -> begin();
      case 2 -> arrange();
      default -> draft.go(CHECK);
    }
  }

  private void begin() {
    if (draft.getKind() == DeclarationKind.YEARLY) {
      declarations.myYearlyBefore(draft.getYear()).ifPresent(draft::load);
    }
    draft.go(2);
  }

  private void arrange() {
    if (draft.getSources().isEmpty() && draft.getKind() == DeclarationKind.ACTUAL) {
      throw Refusal.invalid(
          "declaration.nothing-actual", "an actual conflict names at least one actual interest");
    }
    draft.arrange();
    draft.go(draft.getSources().isEmpty() ? CHECK : 3);
  }

  public void back() {
    boolean skips = draft.getStep() == CHECK && draft.getSources().isEmpty();
    draft.go(skips ? 2 : draft.getStep() - 1);
  }

  public void add(String source) {
    draft.add(source);
  }

  public void remove(InterestForm interest) {
    draft.remove(interest);
    if (draft.getInterests().isEmpty()) {
      draft.go(2);
    }
  }

  /** Files it; a second click leads to the one that is there. */
  public String file() {
    if (draft.filed() == null) {
      if (!draft.isSworn()) {
        throw Refusal.invalid("declaration.unsworn", "the declarant has not confirmed it");
      }
      draft.file(fileDeclaration.run(draft.request()).number().value());
      shell.tell(words.of("declarations.new.done", draft.filed()));
    }
    return "/declarations/declaration.xhtml?faces-redirect=true&number=" + draft.filed();
  }

  /** The years whose list can still be filed, this one first. */
  public List<Integer> getYears() {
    return openYears();
  }

  private List<Integer> openYears() {
    return Stream.of(year(), year() - 1)
        .filter(year -> declarations.myYearly(year).isEmpty())
        .toList();
  }

  /** The kinds that can be filed now. */
  public List<SelectItem> getKinds() {
    return Stream.of(DeclarationKind.values())
        .map(
            kind ->
                new SelectItem(
                    kind,
                    words.of("declarations.new.kind." + kind),
                    null,
                    kind == DeclarationKind.YEARLY && openYears().isEmpty()))
        .toList();
  }

  public List<SelectItem> getSources() {
    return law.conflicts().sources(declarationWords.today()).stream()
        .map(source -> new SelectItem(source.code(), label(source)))
        .toList();
  }

  public List<SelectItem> getNatures() {
    return Stream.of(InterestNature.values())
        .map(nature -> new SelectItem(nature, words.of("declarations.new.nature." + nature)))
        .toList();
  }

  private String label(InterestSource source) {
    return words.of(
        "declarations.new.source",
        source.name(language.getLocale()),
        source.hint(language.getLocale()));
  }

  public String getHeading() {
    return words.of("declarations.new.step." + draft.getStep());
  }

  public String getDueSentence() {
    return words.of(
        "declarations.new.due",
        String.valueOf(draft.getYear()),
        settings.yearlyDue(draft.getYear()));
  }

  private int year() {
    return declarationWords.today().getYear();
  }
}
