package org.jejak.erasure;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.jejak.base.Acting;
import org.jejak.base.AgencySettings;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseFile;
import org.jejak.cases.CaseNumber;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** One custodian asks that a closed case be erased; nothing is erased yet. */
@Command
@Allow(Permission.ERASE)
public class AskErasure {
  /**
   * @param basis the order, the request or the schedule on which it rests
   */
  public record Request(
      @NotNull CaseNumber number,
      @NotNull Ground ground,
      @NotNull @Size(min = 20, max = 4_000) String basis) {}

  @PersistenceContext EntityManager em;
  @Inject Erasures erasures;
  @Inject ErasureSettings settings;
  @Inject AgencySettings agency;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * Asks for it.
   *
   * @throws Refusal {@code erasure.unknown} where there is no such case, {@code erasure.open-case}
   *     where it is not closed, {@code erasure.retention} where its time is not over, {@code
   *     erasure.asked-already}
   */
  public void run(@NotNull @Valid Request request) {
    CaseFile file = erasures.closed(request.number());
    if (erasures.ofFile(file.handle()).isPresent()) {
      throw Refusal.rule(
          "erasure.asked-already", "an erasure of it is asked for or done", request.number());
    }
    if (request.ground() == Ground.RETENTION_OVER) {
      demandOver(file);
    }
    Erasure erasure =
        new Erasure(
            file,
            request.ground(),
            request.basis().strip(),
            Acting.now().handle(),
            clock.instant());
    em.persist(erasure);
    ledger.append(erasure.asked());
  }

  private void demandOver(CaseFile file) {
    LocalDate keptUntil =
        file.closedAt()
            .orElseThrow()
            .atZone(agency.zone())
            .toLocalDate()
            .plus(settings.retention());
    if (LocalDate.ofInstant(clock.instant(), agency.zone()).isBefore(keptUntil)) {
      throw Refusal.rule(
          "erasure.retention", "it is kept until " + keptUntil, file.number(), keptUntil);
    }
  }
}
