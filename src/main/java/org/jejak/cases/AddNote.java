package org.jejak.cases;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Writes an inner note into a case that is not closed. */
@Command
@Allow(Permission.WORK_ON_CASE)
public class AddNote {
  /** Where, and what. */
  public record Request(@NotNull CaseNumber number, @NotBlank @Size(max = 20_000) String text) {}

  @PersistenceContext EntityManager em;
  @Inject CaseFiles files;
  @Inject CaseParts parts;
  @Inject Ledger ledger;
  @Inject Clock clock;

  public Done run(@NotNull @Valid Request request) {
    CaseFile file = files.hold(request.number());
    file.demand(CaseStage.OPEN, CaseStage.EXAMINATION, CaseStage.CONCLUDED);
    int no = parts.noteCount(file) + 1;
    em.persist(
        new CaseNote(
            file, no, 1, Prose.of(request.text()), Acting.now().handle(), clock.instant()));
    ledger.append(new CaseEvent.NoteAdded(file.subject(), no));
    return new Done(file, ledger.seqOf(file.subject()), no);
  }
}
