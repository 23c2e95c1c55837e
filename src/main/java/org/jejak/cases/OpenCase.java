package org.jejak.cases;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jejak.base.Acting;
import org.jejak.base.AgencySettings;
import org.jejak.base.Command;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.identity.Seat;
import org.jejak.identity.Seats;
import org.jejak.identity.Units;
import org.jejak.ledger.Ledger;
import org.jejak.rules.LawBook;
import org.jejak.rules.Norm;

/**
 * Opens a case on one or more subjects, each with the norms said to be broken. Whoever it is about,
 * and those close to them, are shut out of it from this moment.
 */
@Command
@Allow(Permission.OPEN_CASE)
public class OpenCase {
  static final int MOST_SUBJECTS = 20;
  static final int MOST_NORMS = 10;

  /**
   * @param handle the chain of the report it comes from; {@code null} for a chain of its own
   * @param number the number of that report; {@code null} for a new one
   * @param unit handle of the unit where it happened; {@code null} where unknown
   */
  public record Request(
      String handle,
      CaseNumber number,
      @NotBlank @Size(max = 160) String title,
      @NotBlank @Size(max = 20_000) String allegation,
      @NotNull CaseSource source,
      String unit,
      LocalDate happenedFrom,
      LocalDate happenedTo,
      @NotEmpty @Size(max = MOST_SUBJECTS) List<@NotNull @Valid Accused> subjects) {}

  /**
   * A subject and what is alleged.
   *
   * @param person handle of the person in the directory; {@code null} for one who is only named
   * @param norms the codes of the norms
   */
  public record Accused(
      String person,
      @Size(max = 200) String name,
      @Size(max = 200) String position,
      @NotEmpty @Size(max = MOST_NORMS) List<@NotBlank String> norms) {}

  @PersistenceContext EntityManager em;
  @Inject CaseNumbers numbers;
  @Inject People people;
  @Inject Units units;
  @Inject Seats seats;
  @Inject Ledger ledger;
  @Inject LawBook law;
  @Inject AgencySettings agency;
  @Inject Clock clock;

  public Done run(@NotNull @Valid Request request) {
    CaseFile file = file(request);
    List<CaseSubject> subjects = new ArrayList<>();
    List<Matter> matters = new ArrayList<>();
    Set<String> persons = new HashSet<>();
    for (Accused accused : request.subjects()) {
      CaseSubject subject = subject(file, subjects.size() + 1, accused);
      subject
          .person()
          .filter(person -> !persons.add(person))
          .ifPresent(
              twice -> {
                throw Refusal.invalid(
                    "case.subject-twice", "one person is named twice", subject.name());
              });
      subjects.add(subject);
      for (String code : new LinkedHashSet<>(accused.norms())) {
        matters.add(new Matter(file, subject, matters.size() + 1, norm(code, file.happened())));
      }
    }
    em.persist(file);
    subjects.forEach(em::persist);
    matters.forEach(em::persist);
    ledger.append(file.opened(subjects, matters, law.fingerprint()));
    persons.forEach(person -> seats.shutOut(file.handle(), person, Seats.SUBJECT));
    seatOpener(file.handle());
    return new Done(file, ledger.seqOf(file.subject()), 0);
  }

  private CaseFile file(Request request) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), agency.zone());
    if (request.unit() != null && units.byHandle(request.unit()).isEmpty()) {
      throw Refusal.invalid("case.unit", "this unit is not in the tree");
    }
    return new CaseFile(
        new CaseFile.Opening(
            request.handle() == null ? Handle.random() : request.handle(),
            request.number() == null ? numbers.draw() : request.number(),
            Prose.line(request.title()),
            Prose.of(request.allegation()),
            request.source(),
            request.unit(),
            ActPeriod.of(
                request.happenedFrom(), request.happenedTo(), today, agency.serviceBegan()),
            Acting.now().handle(),
            clock.instant()));
  }

  private CaseSubject subject(CaseFile file, int no, Accused accused) {
    if (accused.person() != null) {
      Person person =
          people
              .byHandle(accused.person())
              .orElseThrow(
                  () -> Refusal.invalid("case.person", "this person is not in the directory"));
      return new CaseSubject(file, no, person.handle(), person.name(), person.positionTitle());
    }
    if (accused.name() == null || accused.name().isBlank()) {
      throw Refusal.invalid("case.subject-name", "a subject needs a person or a name");
    }
    return new CaseSubject(
        file,
        no,
        null,
        Prose.line(accused.name()),
        accused.position() == null || accused.position().isBlank()
            ? null
            : Prose.line(accused.position()));
  }

  private Norm norm(String code, ActPeriod happened) {
    return law.norms()
        .on(happened.day(), code)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    law.norms().named(code).isPresent() ? "case.norm-day" : "case.norm",
                    "no norm %s on %s".formatted(code, happened.day()),
                    code,
                    happened.day()));
  }

  /** A case that its opener may not see would be a case that nobody can see. */
  private void seatOpener(String handle) {
    String opener = Acting.now().handle();
    if (Acting.now().isSystem()) {
      return;
    }
    if (seats.isShutOut(handle, opener)) {
      throw Refusal.rule("case.own", "nobody opens a case about themselves or those close to them");
    }
    seats.give(handle, opener, Seat.REGISTRAR);
  }
}
