package org.jejak.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jejak.base.Acting;
import org.jejak.base.Command;

/** Things that can be done, well and badly, to a {@link Thing}. */
final class Paint {
  private Paint() {}

  /** As every command does it. */
  @Command
  public static class Properly {
    @PersistenceContext EntityManager em;
    @Inject Ledger ledger;

    public void make(long id, String chain, String colour) {
      Thing thing = new Thing(id, chain);
      em.persist(thing);
      ledger.append(thing.paint(colour));
    }

    public void again(long id, String colour) {
      ledger.append(em.find(Thing.class, id).paint(colour));
    }

    public void twice(long id, String first, String second) {
      Thing thing = em.find(Thing.class, id);
      ledger.append(thing.paint(first));
      em.flush();
      ledger.append(thing.paint(second));
    }

    /** Another act on the same file follows the change, and the change is sent between them. */
    public void thenSomethingElse(long id, String colour) {
      Thing thing = em.find(Thing.class, id);
      Thing.Painted painted = thing.paint(colour);
      ledger.append(painted);
      em.flush();
      ledger.append(painted);
    }

    public void both(long one, long other, String colour) {
      ledger.append(
          List.of(
              em.find(Thing.class, one).paint(colour), em.find(Thing.class, other).paint(colour)));
    }

    public void afterAnother(long id, String colour, Runnable another) {
      Thing thing = em.find(Thing.class, id);
      another.run();
      ledger.append(thing.paint(colour));
    }

    public void remove(long id) {
      Thing thing = em.find(Thing.class, id);
      ledger.append(thing.paint("none"));
      em.remove(thing);
    }
  }

  /** Into a log beside the records. */
  @Dependent
  @Transactional
  public static class Aside {
    @Inject SideEntries entries;
    @Inject Clock clock;

    public long write(String log, String chain) {
      return entries.append(
          log, new Thing.Painted(Subject.of(chain), "red"), Acting.now(), clock.instant());
    }
  }

  /** A command that forgets its entry. */
  @Command
  public static class Forgetfully {
    @PersistenceContext EntityManager em;

    public void again(long id, String colour) {
      Object dropped = em.find(Thing.class, id).paint(colour);
      if (dropped == null) {
        throw new IllegalStateException("the verb returned no event");
      }
    }
  }

  /** Outside any command. */
  @Dependent
  @Transactional
  public static class Secretly {
    @PersistenceContext EntityManager em;

    public void again(long id, String colour) {
      Object dropped = em.find(Thing.class, id).paint(colour);
      if (dropped == null) {
        throw new IllegalStateException("the verb returned no event");
      }
    }
  }
}
