package org.jejak.declarations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Seats;

/**
 * Which superior decides (UU 30/2014 Ps 42: the direct one, and where that one is in it, the next).
 */
@ApplicationScoped
public class Reviewers {
  @Inject People people;
  @Inject Seats seats;

  /**
   * The nearest superior who can decide on a declaration of this person.
   *
   * @throws Refusal {@code declaration.no-superior} where the records name none
   */
  public Person of(Person declarant) {
    return firstAbove(declarant, declarant, null)
        .orElseThrow(
            () ->
                Refusal.rule(
                    "declaration.no-superior", "the records name no superior who could decide"));
  }

  /** The next one above the present reviewer who is not shut out of the declaration. */
  Person above(Declaration declaration) {
    return firstAbove(
            people.get(declaration.reviewer()),
            people.get(declaration.declarant()),
            declaration.handle())
        .orElseThrow(
            () ->
                Refusal.rule(
                    "declaration.nobody-above",
                    "the records name nobody above the present reviewer of "
                        + declaration.number()));
  }

  private Optional<Person> firstAbove(Person from, Person declarant, String handle) {
    Optional<Person> next = from.superior();
    for (int steps = 0; next.isPresent() && steps < MOST_LEVELS; steps++) {
      Person superior = next.get();
      boolean out = handle != null && seats.isShutOut(handle, superior.handle());
      if (!superior.equals(declarant) && !out) {
        return next;
      }
      next = superior.superior();
    }
    return Optional.empty();
  }

  /** More levels than any agency has: ends the walk should the records ever hold a circle. */
  private static final int MOST_LEVELS = 40;
}
