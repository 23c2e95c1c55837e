package org.jejak.identity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.ledger.Ledger;

/** Notes that two people are close; from then on neither sees a file about the other. */
@Command
@Allow(Permission.MANAGE_PEOPLE)
public class DeclareTie {
  @PersistenceContext EntityManager em;
  @Inject People people;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * @param person the handle of who declares it
   * @param other the handle of the one they are close to
   * @param kind what the other one is to them
   */
  public void run(String person, String other, Tie.Kind kind) {
    if (person.equals(other)) {
      throw Refusal.invalid("tie.self", "nobody is their own kin");
    }
    Tie tie =
        new Tie(people.get(person).handle(), people.get(other).handle(), kind, clock.instant());
    if (isKnown(tie)) {
      throw Refusal.rule("tie.known", "this tie is known already");
    }
    em.persist(tie);
    ledger.append(tie.declared());
  }

  private boolean isKnown(Tie tie) {
    return !em.createQuery(
            "select t.id from Tie t where t.person = :person and t.other = :other"
                + " and t.kind = :kind and t.endedAt is null",
            Long.class)
        .setParameter("person", tie.person())
        .setParameter("other", tie.other())
        .setParameter("kind", tie.kind())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
