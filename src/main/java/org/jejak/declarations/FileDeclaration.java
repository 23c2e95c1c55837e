package org.jejak.declarations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jejak.base.Acting;
import org.jejak.base.AgencySettings;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.identity.Seat;
import org.jejak.identity.Seats;
import org.jejak.ledger.Ledger;
import org.jejak.rules.LawBook;

/** Files a declaration of the one who acts; the superior becomes its reviewer. */
@Command
@Allow(Permission.FILE_DECLARATION)
public class FileDeclaration {
  /** Most interests in one declaration. */
  public static final int MAX_INTERESTS = 50;

  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;
  @Inject Clock clock;
  @Inject AgencySettings agency;
  @Inject DeclarationSettings settings;
  @Inject Declarations declarations;
  @Inject People people;
  @Inject Reviewers reviewers;
  @Inject Seats seats;
  @Inject LawBook law;

  /**
   * What is declared.
   *
   * @param year of a yearly list this year or the one before; {@code null} means this year
   * @param interests empty only in a yearly list, where it says that there is nothing to declare
   */
  public record Request(
      @NotNull DeclarationKind kind,
      Integer year,
      @NotNull @Size(max = MAX_INTERESTS) List<@NotNull @Valid Stated> interests) {}

  /** One interest. */
  public record Stated(
      @NotBlank @Size(max = 20) String source,
      @NotNull InterestNature nature,
      @NotBlank @Size(max = Interest.MAX_DESCRIPTION) String description,
      @Size(max = Interest.MAX_MATTER) String matter) {
    Interest.Stated stated() {
      return new Interest.Stated(source, nature, description, matter);
    }
  }

  public DeclarationAct run(@NotNull @Valid Request request) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(agency.zone()).toLocalDate();
    Person declarant = people.get(Acting.now().handle());
    var filing =
        new Declaration.Filing(
            declarant.handle(),
            declarant.unit().handle(),
            reviewers.of(declarant).handle(),
            now,
            today);
    request.interests().forEach(stated -> mustBeKnown(stated, today));
    List<Interest.Stated> interests = request.interests().stream().map(Stated::stated).toList();
    Declaration declaration =
        switch (request.kind()) {
          case YEARLY -> {
            int year = request.year() == null ? today.getYear() : request.year();
            mustBeOpen(year, today, declarant);
            yield Declaration.yearly(filing, year, settings.yearlyDue(year), interests);
          }
          case ACTUAL -> Declaration.actual(filing, interests);
        };
    em.persist(declaration);
    ledger.append(declaration.filed());
    seats.give(declaration.handle(), declaration.declarant(), Seat.DECLARANT);
    seats.give(declaration.handle(), declaration.reviewer(), Seat.REVIEWER);
    return new DeclarationAct(
        declaration.number(), declaration.handle(), ledger.seqOf(declaration.subject()));
  }

  private void mustBeOpen(int year, LocalDate today, Person declarant) {
    if (year > today.getYear() || year < today.getYear() - 1) {
      throw Refusal.invalid(
          "declaration.year",
          "a yearly list is for %d or %d, not %d"
              .formatted(today.getYear(), today.getYear() - 1, year),
          String.valueOf(year),
          String.valueOf(today.getYear()),
          String.valueOf(today.getYear() - 1));
    }
    declarations
        .yearly(declarant.handle(), year)
        .ifPresent(
            there -> {
              throw Refusal.rule(
                  "declaration.yearly-there",
                  "the yearly list of %d has been filed as %s".formatted(year, there.number()),
                  String.valueOf(year),
                  there.number().value());
            });
  }

  private void mustBeKnown(Stated stated, LocalDate day) {
    if (law.conflicts().source(day, stated.source()).isEmpty()) {
      throw Refusal.invalid(
          "declaration.source", stated.source() + " is no source of conflict", stated.source());
    }
  }
}
