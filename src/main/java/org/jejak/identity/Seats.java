package org.jejak.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jejak.base.Acting;
import org.jejak.base.Refusal;

/**
 * Who is on which file and who is shut out: rows that features write inside their own command, so
 * that they stand under that command's entry.
 */
@ApplicationScoped
public class Seats {
  /** The ground that shuts out those close to the person as well: the file is about them. */
  public static final String SUBJECT = "subject";

  /**
   * A line of the list of people on a file.
   *
   * @param until {@code null} while the seat is held
   */
  public record Row(String person, String name, Seat seat, Instant from, Instant until) {}

  @PersistenceContext EntityManager em;
  @Inject Roles roles;
  @Inject Ties ties;
  @Inject Clock clock;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transaction;

  /**
   * Gives a seat from now on; nothing happens where the person has it already.
   *
   * @param handle the file's ledger handle
   * @param person the person's handle
   * @throws Refusal {@code seat.shut-out} where the person is shut out of the file, {@code
   *     seat.role} where they lack the role that the seat needs
   */
  public void give(String handle, String person, Seat seat) {
    if (isShutOut(handle, person)) {
      throw Refusal.rule("seat.shut-out", "this person is shut out of the file");
    }
    if (seat.role().isPresent() && !roles.of(person).contains(seat.role().get())) {
      throw Refusal.rule(
          "seat.role", "a seat of %s needs the role of that name".formatted(seat), seat);
    }
    if (held(handle).stream().noneMatch(held -> held.isOf(person, seat))) {
      SeatHeld given = new SeatHeld(handle, person, seat, clock.instant());
      em.persist(given);
      written().seats.add(given);
    }
  }

  /** Ends a seat; nothing happens where the person does not have it. */
  public void end(String handle, String person, Seat seat) {
    Instant now = clock.instant();
    held(handle).stream().filter(held -> held.isOf(person, seat)).forEach(held -> held.end(now));
  }

  /**
   * Shuts a person out of a file, and ends every seat they have on it.
   *
   * @param ground {@link #SUBJECT} shuts out those close to the person too; any other word, such as
   *     {@code reporter}, this person alone
   */
  public void shutOut(String handle, String person, String ground) {
    ShutOut known = find(handle, person);
    if (known == null) {
      ShutOut made = new ShutOut(handle, person, ground, since());
      em.persist(made);
      written().shutOuts.add(made);
    } else if (ground.equals(SUBJECT) && !known.ground().equals(SUBJECT)) {
      known.becomeSubject();
    }
    Instant now = clock.instant();
    for (SeatHeld held : held(handle)) {
      if (isShutOut(handle, held.person())) {
        held.end(now);
      }
    }
  }

  /** A reporter's minute is a trace: where the public acts, only the hour is kept. */
  private Instant since() {
    Instant now = clock.instant();
    return Acting.now().isPublic() ? now.truncatedTo(ChronoUnit.HOURS) : now;
  }

  /** Whether the person is shut out of the file, directly or as kin of somebody in it. */
  public boolean isShutOut(String handle, String person) {
    if (find(handle, person) != null) {
      return true;
    }
    Set<String> around = ties.around(person);
    return !around.isEmpty() && subjects(handle).stream().anyMatch(around::contains);
  }

  /** Everybody who is or was on the file, first come first, at most 200. */
  public List<Row> on(String handle) {
    return em.createQuery(
            "select new org.jejak.identity.Seats.Row(s.person, p.name, s.seat, s.from, s.until)"
                + " from SeatHeld s join Person p on p.handle = s.person"
                + " where s.file = :file order by s.from, s.id",
            Row.class)
        .setParameter("file", handle)
        .setMaxResults(200)
        .getResultList();
  }

  private ShutOut find(String handle, String person) {
    for (ShutOut made : written().shutOuts) {
      if (made.isOf(handle, person)) {
        return made;
      }
    }
    return em.createQuery(
            "select s from ShutOut s where s.file = :file and s.person = :person", ShutOut.class)
        .setParameter("file", handle)
        .setParameter("person", person)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private List<String> subjects(String handle) {
    List<ShutOut> all =
        new ArrayList<>(
            em.createQuery("select s from ShutOut s where s.file = :file", ShutOut.class)
                .setParameter("file", handle)
                .getResultList());
    written().shutOuts.stream().filter(made -> made.file().equals(handle)).forEach(all::add);
    return all.stream().filter(out -> out.ground().equals(SUBJECT)).map(ShutOut::person).toList();
  }

  private List<SeatHeld> held(String handle) {
    List<SeatHeld> all =
        new ArrayList<>(
            em.createQuery(
                    "select s from SeatHeld s where s.file = :file and s.until is null",
                    SeatHeld.class)
                .setParameter("file", handle)
                .getResultList());
    written().seats.stream().filter(given -> given.file().equals(handle)).forEach(all::add);
    all.removeIf(seat -> !seat.holds());
    return all;
  }

  /** What this transaction wrote: it reaches the database, and so a query, only at its end. */
  private Written written() {
    if (transaction.getTransactionKey() == null) {
      return new Written();
    }
    Written written = (Written) transaction.getResource(Seats.class);
    if (written == null) {
      written = new Written();
      transaction.putResource(Seats.class, written);
    }
    return written;
  }

  private static final class Written {
    final List<SeatHeld> seats = new ArrayList<>();
    final List<ShutOut> shutOuts = new ArrayList<>();
  }
}
