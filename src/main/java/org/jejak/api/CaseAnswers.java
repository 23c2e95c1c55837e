package org.jejak.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jejak.cases.CaseFile;
import org.jejak.cases.CaseParts;
import org.jejak.cases.CaseSubject;
import org.jejak.cases.Choices;
import org.jejak.cases.Matter;
import org.jejak.cases.MatterStage;
import org.jejak.identity.People;
import org.jejak.identity.Units;
import org.jejak.ledger.Ledger;
import org.jejak.rules.LawBook;
import org.jejak.rules.Sanction;

/** Puts together what REST says about one case. */
@RequestScoped
public class CaseAnswers {
  private static final int NOTES = 200;

  @Context HttpHeaders headers;
  @Inject CaseParts parts;
  @Inject Choices choices;
  @Inject People people;
  @Inject Units units;
  @Inject Ledger ledger;
  @Inject LawBook law;

  /** The case, in the language that the caller wants for the law's texts. */
  public CaseAnswer of(CaseFile file) {
    Locale locale = Words.in(headers.getAcceptableLanguages()).locale();
    return new CaseAnswer(
        file.number().value(),
        file.title(),
        small(file.stage()),
        file.allegation(),
        small(file.source()),
        file.unit()
            .flatMap(units::byHandle)
            .map(unit -> new CaseAnswer.Unit(unit.code(), unit.name()))
            .orElse(null),
        file.happened().from(),
        file.happened().to(),
        file.openedAt(),
        file.closedAt().orElse(null),
        somebody(file.investigator()),
        somebody(file.authority()),
        parts.subjects(file).stream().map(this::subject).toList(),
        matters(file, locale),
        parts.notes(file, 0, NOTES).stream()
            .map(
                note ->
                    new CaseAnswer.Note(
                        note.no(), note.text(), note.author(), note.writtenAt(), note.revision()))
            .toList(),
        ledger.count(file.handle()),
        file.version());
  }

  private List<CaseAnswer.Matter> matters(CaseFile file, Locale locale) {
    Map<Integer, CaseParts.Found> findings =
        parts.findings(file).stream()
            .collect(Collectors.toMap(CaseParts.Found::matter, Function.identity()));
    return parts.matters(file).stream()
        .map(matter -> matter(file, matter, findings.get(matter.no()), locale))
        .toList();
  }

  private CaseAnswer.Matter matter(
      CaseFile file, Matter matter, CaseParts.Found found, Locale locale) {
    return new CaseAnswer.Matter(
        matter.no(),
        matter.accused().no(),
        small(matter.track()),
        law.norms()
            .on(file.happened().day(), matter.norm())
            .map(norm -> new CaseAnswer.NormNamed(norm.code(), norm.citation(), norm.text(locale)))
            .orElseGet(() -> new CaseAnswer.NormNamed(matter.norm(), null, null)),
        small(matter.stage()),
        found == null
            ? null
            : new CaseAnswer.Finding(
                found.proven(), found.facts(), found.author(), found.writtenAt(), found.revision()),
        decision(matter),
        matter.stage() == MatterStage.FOUND
            ? choices.of(file, matter).stream().map(choice -> choice(choice, locale)).toList()
            : null,
        matter.version());
  }

  private static CaseAnswer.Decision decision(Matter matter) {
    return matter
        .outcome()
        .map(
            outcome ->
                new CaseAnswer.Decision(
                    small(outcome),
                    matter.sanction().orElse(null),
                    matter.manner().map(CaseAnswers::small).orElse(null),
                    matter.reason().orElse(null),
                    matter.decidedOn().orElse(null)))
        .orElse(null);
  }

  private static CaseAnswer.Choice choice(Choices.Choice choice, Locale locale) {
    Sanction sanction = choice.sanction();
    return new CaseAnswer.Choice(
        sanction.code(),
        small(sanction.level()),
        sanction.name(locale),
        sanction.citation(),
        choice.open(),
        sanction.substitute().orElse(null));
  }

  private CaseAnswer.Subject subject(CaseSubject subject) {
    return new CaseAnswer.Subject(
        subject.no(),
        subject.person().flatMap(people::byHandle).map(one -> one.nip().value()).orElse(null),
        subject.name(),
        subject.position().orElse(null));
  }

  private CaseAnswer.Somebody somebody(Optional<String> handle) {
    return handle
        .flatMap(people::byHandle)
        .map(person -> new CaseAnswer.Somebody(person.nip().value(), person.name()))
        .orElse(null);
  }

  static String small(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
