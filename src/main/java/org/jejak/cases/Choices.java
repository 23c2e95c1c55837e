package org.jejak.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Regime;
import org.jejak.rules.LawBook;
import org.jejak.rules.Sanction;

/** What the law lets an authority choose from on a matter. */
@ApplicationScoped
public class Choices {
  /**
   * One kind of sanction.
   *
   * @param open whether it can be imposed; a suspended one is listed with the one in its place
   */
  public record Choice(Sanction sanction, boolean open) {}

  @Inject People people;
  @Inject LawBook law;

  /**
   * The sanctions of the matter's track that were in force on the day of the act and can meet this
   * subject, lightest first. For somebody who is not in the directory the regime is not known, and
   * those of every regime are listed.
   */
  public List<Choice> of(CaseFile file, Matter matter) {
    Optional<Regime> regime =
        matter.accused().person().flatMap(people::byHandle).map(Person::regime);
    return law.sanctions().on(file.happened().day(), matter.track()).stream()
        .filter(sanction -> regime.map(known -> fits(sanction, known)).orElse(true))
        .map(sanction -> new Choice(sanction, !sanction.suspended()))
        .toList();
  }

  /** The ethics code binds every civil servant alike. */
  private static boolean fits(Sanction sanction, Regime regime) {
    if (sanction.field() == Sanction.Field.ETHICS) {
      return true;
    }
    return switch (regime) {
      case PNS, CPNS -> sanction.regime() == Sanction.Regime.PNS;
      case PPPK -> sanction.regime() == Sanction.Regime.PPPK;
    };
  }
}
