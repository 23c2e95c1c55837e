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

/** Lays a case with findings on every matter before the authority who decides on it. */
@Command
@Allow(Permission.WORK_ON_CASE)
public class SubmitForDecision {
  /**
   * @param authority handle of the person who decides
   * @param version of the file that was seen; {@code null} for whichever is there
   */
  public record Request(@NotNull CaseNumber number, @NotBlank String authority, Long version) {}

  @Inject CaseFiles files;
  @Inject CaseParts parts;
  @Inject Seats seats;
  @Inject Roles roles;
  @Inject Ledger ledger;

  public Done run(@NotNull @Valid Request request) {
    CaseFile file = files.hold(request.number());
    file.demandVersion(request.version());
    demandFit(file, request.authority());
    CaseEvent.Submitted submitted = file.submit(request.authority(), parts.matters(file));
    ledger.append(submitted);
    if (submitted.before() != null) {
      seats.end(file.handle(), submitted.before(), Seat.AUTHORITY);
    }
    seats.give(file.handle(), request.authority(), Seat.AUTHORITY);
    return new Done(file, ledger.seqOf(file.subject()), 0);
  }

  /** One sentence for both, as for investigators: a tie is nobody else's business. */
  private void demandFit(CaseFile file, String person) {
    if (!roles.of(person).contains(Role.AUTHORITY) || seats.isShutOut(file.handle(), person)) {
      throw Refusal.rule("case.decider", "this person cannot decide on this case");
    }
  }
}
