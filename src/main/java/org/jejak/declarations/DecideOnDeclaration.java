package org.jejak.declarations;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jejak.base.Acting;
import org.jejak.base.AgencySettings;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;
import org.jejak.rules.LawBook;

/** The superior finds that there is no conflict, or sets a control with an owner and an end. */
@Command
@Allow(Permission.REVIEW_DECLARATION)
public class DecideOnDeclaration {
  /** Fewest letters of a reason. */
  public static final int MIN_REASON = 20;

  /** Most letters of a reason. */
  public static final int MAX_REASON = 4000;

  @Inject Ledger ledger;
  @Inject Clock clock;
  @Inject AgencySettings agency;
  @Inject Declarations declarations;
  @Inject People people;
  @Inject LawBook law;

  /**
   * The decision.
   *
   * @param version of the declaration as it was read
   * @param control code of {@code rules/coi_controls.csv} that a superior may set
   * @param owner handle of the person who sees to the control; {@code null} means the superior
   * @param until the control's last day, or the day it is looked at again; left out with CTL-NONE
   */
  public record Request(
      @NotNull DeclarationNumber number,
      long version,
      @NotBlank @Size(max = 20) String control,
      String owner,
      LocalDate until,
      @NotBlank @Size(min = MIN_REASON, max = MAX_REASON) String reason) {}

  public DeclarationAct run(@NotNull @Valid Request request) {
    Declaration declaration = declarations.get(request.number());
    Instant now = clock.instant();
    LocalDate today = now.atZone(agency.zone()).toLocalDate();
    ledger.append(declaration.decide(decision(request, now, today), today, request.version()));
    return new DeclarationAct(
        declaration.number(), declaration.handle(), ledger.seqOf(declaration.subject()));
  }

  private DeclarationDecision decision(Request request, Instant at, LocalDate today) {
    String by = Acting.now().handle();
    String reason = request.reason().strip();
    if (request.control().equals(DeclarationDecision.NO_CONFLICT)) {
      if (request.owner() != null || request.until() != null) {
        throw Refusal.invalid(
            "declaration.control-without-conflict",
            "where there is no conflict there is no owner and no end of a control");
      }
      return new DeclarationDecision.NoConflict(by, at, reason);
    }
    if (law.conflicts().settable(today, request.control()).isEmpty()) {
      throw Refusal.invalid(
          "declaration.control",
          request.control() + " is no control that a superior can set",
          request.control());
    }
    if (request.until() == null) {
      throw Refusal.invalid("declaration.control-open", "a control has a last day");
    }
    String owner = request.owner() == null ? by : people.get(request.owner()).handle();
    return new DeclarationDecision.Controlled(
        by, at, reason, request.control(), owner, request.until());
  }
}
