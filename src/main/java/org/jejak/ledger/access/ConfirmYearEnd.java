package org.jejak.ledger.access;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HexFormat;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.ledger.Ledger;

/**
 * Ends a year of looks, as the second of two people: its last checkpoint becomes an entry of {@code
 * records}, and once that is committed the year is destroyed.
 */
@Command
public class ConfirmYearEnd {
  /** A year was ended. Observed after the commit. */
  record Confirmed(String log) {}

  @PersistenceContext EntityManager em;
  @Inject Years years;
  @Inject Ledger ledger;
  @Inject Clock clock;
  @Inject Event<Confirmed> confirmed;

  /**
   * @throws Refusal {@code access.not-requested}, {@code access.same-person}, {@code access.kept},
   *     {@code access.unsettled} while entries of that year wait for their place
   */
  public void run(int number) {
    Years.Year year = years.get(number);
    if (!years.isOver(year)) {
      throw Refusal.rule(
          "access.kept", number + " is kept until " + year.keptUntil(), year.keptUntil());
    }
    YearEnd end =
        years
            .waiting(year.log())
            .orElseThrow(() -> Refusal.rule("access.not-requested", "nobody has asked"));
    ledger.append(end.end(Acting.now().handle(), clock.instant(), last(year.log())));
    confirmed.fire(new Confirmed(year.log()));
  }

  private LastCheckpoint last(String log) {
    Object[] head =
        (Object[])
            em.createNativeQuery(
                    "select h.size, h.root, h.note,"
                        + " (select count(*) from ledger_entry e where e.log = h.log)"
                        + " from ledger_head h where h.log = ?1")
                .setParameter(1, log)
                .getSingleResult();
    long size = ((Number) head[0]).longValue();
    if (size != ((Number) head[3]).longValue()) {
      throw Refusal.rule("access.unsettled", log + " has entries without a place");
    }
    return new LastCheckpoint(size, HexFormat.of().formatHex((byte[]) head[1]), (String) head[2]);
  }
}
