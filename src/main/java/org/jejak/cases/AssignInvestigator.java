package org.jejak.cases;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;
import org.jejak.identity.Seat;
import org.jejak.identity.Seats;
import org.jejak.ledger.Ledger;

/** Puts a case file into an investigator's hands, out of those of the one before. */
@Command
@Allow(Permission.ASSIGN_CASE)
public class AssignInvestigator {
  /**
   * @param investigator handle of the person
   * @param version of the file that was seen; {@code null} for whichever is there
   */
  public record Request(@NotNull CaseNumber number, @NotBlank String investigator, Long version) {}

  @Inject CaseFiles files;
  @Inject Seats seats;
  @Inject Roles roles;
  @Inject Ledger ledger;

  public Done run(@NotNull @Valid Request request) {
    CaseFile file = files.hold(request.number());
    file.demandVersion(request.version());
    demandFit(file, request.investigator());
    CaseEvent.InvestigatorAssigned assigned = file.assign(request.investigator());
    ledger.append(assigned);
    if (assigned.before() != null) {
      seats.end(file.handle(), assigned.before(), Seat.INVESTIGATOR);
    }
    seats.give(file.handle(), request.investigator(), Seat.INVESTIGATOR);
    return new Done(file, ledger.seqOf(file.subject()), 0);
  }

  /**
   * One sentence for whoever is no investigator and for whoever is shut out: it must not tell that
   * somebody has a tie to somebody in the case.
   */
  private void demandFit(CaseFile file, String person) {
    if (!roles.of(person).contains(Role.INVESTIGATOR) || seats.isShutOut(file.handle(), person)) {
      throw Refusal.rule("case.assignee", "this person cannot be put on this case");
    }
  }
}
