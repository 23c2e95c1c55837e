package org.jejak.web.declarations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import org.jejak.base.AgencySettings;
import org.jejak.declarations.DeclarationKind;
import org.jejak.declarations.DeclarationStage;
import org.jejak.declarations.Declarations;
import org.jejak.declarations.InterestNature;
import org.jejak.declarations.ReviewLimit;
import org.jejak.identity.People;
import org.jejak.rules.LawBook;
import org.jejak.web.Deadline;
import org.jejak.web.Language;
import org.jejak.web.Words;

/** Codes, kinds and limits of declarations in the words of pages. */
@Named("declarationWords")
@RequestScoped
public class DeclarationWords {
  @Inject Words words;
  @Inject Language language;
  @Inject LawBook law;
  @Inject People people;
  @Inject ReviewLimit limit;
  @Inject Clock clock;
  @Inject AgencySettings agency;

  /** "Daftar tahunan 2026" or "Konflik aktual". */
  public String title(DeclarationKind kind, int year) {
    return words.of("declarations.title." + kind, String.valueOf(year));
  }

  public String source(String code) {
    return law.conflicts()
        .sourceNamed(code)
        .map(source -> source.name(language.getLocale()))
        .orElse(code);
  }

  public String control(String code) {
    return law.conflicts()
        .controlNamed(code)
        .map(control -> control.name(language.getLocale()))
        .orElse(code);
  }

  /** Instrument and article of a control, with a mark where nobody has read it. */
  public String citation(String code) {
    return law.conflicts()
        .controlNamed(code)
        .map(
            control ->
                control.uncertain()
                    ? words.of("declarations.uncertain", control.cite())
                    : control.citation())
        .orElse("");
  }

  public String nature(InterestNature nature) {
    return words.of("interestnature." + nature);
  }

  public String stage(DeclarationStage stage) {
    return words.of("declarationstage." + stage);
  }

  /** How the stage is dressed. */
  public String look(DeclarationStage stage) {
    return switch (stage) {
      case FILED -> "received";
      case DECIDED -> "decided";
    };
  }

  public String interests(long count) {
    return words.of("declarations.interests", count);
  }

  public String person(String handle) {
    return people.get(handle).name();
  }

  /** By when the superior has to decide. */
  public Deadline due(LocalDate filedOn) {
    return Deadline.of(words, limit.of(filedOn), limit.daysLeft(filedOn, today()));
  }

  /** The same for a row of a list; {@code null} where it is decided. */
  public Deadline due(Declarations.Row row) {
    return row.stage() == DeclarationStage.FILED ? due(row.filedOn()) : null;
  }

  /** Weekdays from today to that day; negative once it has passed. */
  int weekdaysUntil(LocalDate day) {
    return limit.daysUntil(today(), day);
  }

  LocalDate today() {
    return clock.instant().atZone(agency.zone()).toLocalDate();
  }
}
