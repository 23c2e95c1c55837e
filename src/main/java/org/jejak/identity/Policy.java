package org.jejak.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Parameter;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jejak.base.Acting;
import org.jejak.base.Actor;

/**
 * The one answer to "may this actor do this to this": denied unless something here allows it.
 *
 * <p>A file (case, report or declaration, named by its ledger handle) is seen by those who hold a
 * seat on it today and are not shut out of it. Reports at triage are also seen by every
 * investigator who is not shut out. A seat counts only while its holder has the role it needs. Jobs
 * of the application see everything; the public sees nothing.
 */
@ApplicationScoped
public class Policy {
  private static final String ME = "policyMe";
  private static final String SEATS = "policySeats";
  private static final String AROUND = "policyAround";
  private static final String EVERYTHING = "1 = 1";
  private static final String NOTHING = "1 = 0";
  // Never a handle: JPQL knows no empty list.
  private static final Set<String> NOBODY = Set.of("-");

  @PersistenceContext EntityManager em;
  @Inject Roles roles;
  @Inject Ties ties;

  /** Whether the one who acts now has the permission in one of their roles. */
  public boolean allows(Permission permission) {
    return permission.roles().isEmpty()
        || Acting.now().isSystem()
        || !Collections.disjoint(permission.roles(), roles.mine());
  }

  /** Whether the one who acts now may see the file with this handle. */
  public boolean sees(String handle) {
    return Acting.now().isSystem() || !visibleAmong(Set.of(handle)).isEmpty();
  }

  /** Those of the files that the one who acts now may see; at most a few hundred at a time. */
  public Set<String> visibleAmong(Collection<String> handles) {
    if (Acting.now().isSystem()) {
      return Set.copyOf(handles);
    }
    if (handles.isEmpty()) {
      return Set.of();
    }
    return seated(" and mine.file in :handles", "handles", handles);
  }

  /**
   * Every file that the one who acts now may see: what a search keeps before it counts and ranks.
   * Empty for jobs, which need no filter.
   */
  public Set<String> visibleFiles() {
    return seated("", null, null);
  }

  /** Every file that the one who acts now is shut out of, also through somebody close. */
  public Set<String> shutOutOf() {
    return new HashSet<>(
        bind(em.createQuery("select o.file from ShutOut o where " + outIsMe("o"), String.class))
            .getResultList());
  }

  /** Whether the one who acts now is shut out of the file; jobs never are. */
  public boolean isShutOut(String handle) {
    return !Acting.now().isSystem()
        && !bind(em.createQuery(
                "select o.file from ShutOut o where o.file = :handle and " + outIsMe("o"),
                String.class))
            .setParameter("handle", handle)
            .setMaxResults(1)
            .getResultList()
            .isEmpty();
  }

  /**
   * A JPQL condition that keeps the rows that the one who acts now may see: seats and not shut out.
   * {@code alias.handle} must be the file's handle; the query's parameters are set by {@link
   * #bind}.
   */
  public String visible(String alias) {
    if (Acting.now().isSystem()) {
      return EVERYTHING;
    }
    return "(exists (select mine.id from SeatHeld mine where mine.file = "
        + alias
        + ".handle and "
        + seatIsMine("mine")
        + ") and "
        + notShutOut(alias)
        + ")";
  }

  /** As {@link #visible}, for files at triage: everything but what one is shut out of. */
  public String notShutOut(String alias) {
    Actor actor = Acting.now();
    if (actor.isSystem()) {
      return EVERYTHING;
    }
    if (actor.isPublic()) {
      return NOTHING;
    }
    return notOut(alias + ".handle");
  }

  /** Sets the parameters of {@link #visible} and {@link #notShutOut}. */
  public <Q extends Query> Q bind(Q query) {
    for (Parameter<?> parameter : query.getParameters()) {
      String name = parameter.getName();
      if (ME.equals(name)) {
        query.setParameter(ME, Acting.now().handle());
      } else if (SEATS.equals(name)) {
        query.setParameter(SEATS, Seat.countingFor(roles.mine()));
      } else if (AROUND.equals(name)) {
        Set<String> around = ties.around(Acting.now().handle());
        query.setParameter(AROUND, around.isEmpty() ? NOBODY : around);
      }
    }
    return query;
  }

  private Set<String> seated(String narrower, String parameter, Object value) {
    var query =
        em.createQuery(
            "select mine.file from SeatHeld mine where "
                + seatIsMine("mine")
                + " and "
                + notOut("mine.file")
                + narrower,
            String.class);
    if (parameter != null) {
      query.setParameter(parameter, value);
    }
    List<String> files = bind(query).getResultList();
    return new HashSet<>(files);
  }

  private static String seatIsMine(String seat) {
    return "%1$s.person = :%2$s and %1$s.until is null and %1$s.seat in :%3$s"
        .formatted(seat, ME, SEATS);
  }

  private static String notOut(String file) {
    return "not exists (select barred.id from ShutOut barred where barred.file = "
        + file
        + " and "
        + outIsMe("barred")
        + ")";
  }

  private static String outIsMe(String out) {
    return "(%1$s.person = :%2$s or (%1$s.ground = '%3$s' and %1$s.person in :%4$s))"
        .formatted(out, ME, Seats.SUBJECT, AROUND);
  }
}
