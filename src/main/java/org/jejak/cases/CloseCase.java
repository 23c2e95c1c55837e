package org.jejak.cases;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Closes a concluded case for good. */
@Command
@Allow(Permission.CLOSE_CASE)
public class CloseCase {
  /**
   * @param reason why nothing is left to do
   * @param version of the file that was seen; {@code null} for whichever is there
   */
  public record Request(
      @NotNull CaseNumber number,
      @NotNull @Size(min = 20, max = 4_000) String reason,
      Long version) {}

  @Inject CaseFiles files;
  @Inject CaseParts parts;
  @Inject Ledger ledger;
  @Inject Clock clock;

  public Done run(@NotNull @Valid Request request) {
    CaseFile file = files.hold(request.number());
    file.demandVersion(request.version());
    String reason = Prose.of(request.reason());
    if (reason.length() < 20) {
      throw Refusal.invalid("case.reason", "a reason of 20 characters at least", 20);
    }
    ledger.append(file.close(parts.matters(file), reason, clock.instant()));
    return new Done(file, ledger.seqOf(file.subject()), 0);
  }
}
