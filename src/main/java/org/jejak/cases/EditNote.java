package org.jejak.cases;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Gives a note another wording; the earlier one stays beneath it. */
@Command
@Allow(Permission.WORK_ON_CASE)
public class EditNote {
  /**
   * @param note its number in the case
   * @param version the revision that was seen; an edit always says it
   */
  public record Request(
      @NotNull CaseNumber number,
      @Min(1) int note,
      @NotBlank @Size(max = 20_000) String text,
      @NotNull Long version) {}

  @PersistenceContext EntityManager em;
  @Inject CaseFiles files;
  @Inject CaseParts parts;
  @Inject Ledger ledger;
  @Inject Clock clock;

  public Done run(@NotNull @Valid Request request) {
    CaseFile file = files.hold(request.number());
    file.demand(CaseStage.OPEN, CaseStage.EXAMINATION, CaseStage.CONCLUDED);
    CaseNote before =
        parts
            .newest(file, request.note())
            .orElseThrow(() -> Refusal.unknown("a note of that number"));
    CaseNote after =
        before.reworded(
            request.version(), Prose.of(request.text()), Acting.now().handle(), clock.instant());
    em.persist(after);
    ledger.append(new CaseEvent.NoteEdited(file.subject(), after.no(), after.revision()));
    return new Done(file, ledger.seqOf(file.subject()), after.no());
  }
}
