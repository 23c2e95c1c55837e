package org.jejak.cases;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jejak.base.Acting;
import org.jejak.base.AgencySettings;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/**
 * Says what the examination found, matter by matter; a correction is possible until the decision.
 */
@Command
@Allow(Permission.WORK_ON_CASE)
public class RecordFindings {
  /**
   * What was found on one or more matters.
   *
   * @param authority handle of the person before whom the case is laid in the same breath; {@code
   *     null} while it is not ready
   */
  public record Request(
      @NotNull CaseNumber number,
      @NotEmpty @Size(max = 200) List<@NotNull @Valid Found> findings,
      String authority) {}

  /**
   * What was found on one matter.
   *
   * @param matter its number in the case
   * @param facts the facts and what shows them
   * @param version of the matter that was seen; {@code null} for whichever is there
   */
  public record Found(
      @Min(1) int matter,
      @NotNull Boolean proven,
      @NotBlank @Size(max = 20_000) String facts,
      Long version) {}

  @PersistenceContext EntityManager em;
  @Inject CaseFiles files;
  @Inject CaseParts parts;
  @Inject SubmitForDecision submit;
  @Inject Ledger ledger;
  @Inject AgencySettings agency;
  @Inject Clock clock;

  public Done run(@NotNull @Valid Request request) {
    CaseFile file = files.hold(request.number());
    file.demand(CaseStage.EXAMINATION);
    Instant now = clock.instant();
    for (Found found : request.findings()) {
      Matter matter = parts.matter(file, found.matter());
      matter.demandVersion(found.version());
      int revision = parts.revisions(matter) + 1;
      ledger.append(matter.find(found.proven(), LocalDate.ofInstant(now, agency.zone()), revision));
      em.persist(
          new Finding(
              file,
              matter,
              revision,
              found.proven(),
              Prose.of(found.facts()),
              Acting.now().handle(),
              now));
    }
    if (request.authority() != null) {
      return submit.run(new SubmitForDecision.Request(request.number(), request.authority(), null));
    }
    return new Done(file, ledger.seqOf(file.subject()), 0);
  }
}
