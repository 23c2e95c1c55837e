package org.jejak.ledger.access;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.ledger.Ledger;

/** Asks for a year of looks to be destroyed; nothing happens until another person confirms. */
@Command
public class RequestYearEnd {
  /** The shortest and the longest ground, in characters. */
  public static final int SHORTEST = 20;

  public static final int LONGEST = 2000;

  @PersistenceContext EntityManager em;
  @Inject Years years;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * @throws Refusal {@code access.ground}, {@code access.kept} before its retention is over, {@code
   *     access.requested} where somebody has asked already
   */
  public void run(int number, String ground) {
    String why = ground == null ? "" : ground.strip();
    if (why.length() < SHORTEST || why.length() > LONGEST) {
      throw Refusal.invalid(
          "access.ground", "the ground has %d characters".formatted(why.length()));
    }
    Years.Year year = years.get(number);
    if (!years.isOver(year)) {
      throw Refusal.rule(
          "access.kept", number + " is kept until " + year.keptUntil(), year.keptUntil());
    }
    if (year.end() != null) {
      throw Refusal.rule("access.requested", "the end of " + number + " is " + year.end().state());
    }
    YearEnd end = new YearEnd(year.log(), why, Acting.now().handle(), clock.instant());
    em.persist(end);
    ledger.append(end.requested());
  }
}
