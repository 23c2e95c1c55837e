package org.jejak.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jejak.base.Acting;
import org.jejak.base.Actor;

/**
 * Who has which roles, now: read from the database at each request, so that a role taken back is
 * gone with the next click.
 *
 * <p>{@link Role#ASN} is everybody among the people, {@link Role#SUPERIOR} whoever is somebody's
 * superior; the others were given.
 */
@ApplicationScoped
public class Roles {
  @PersistenceContext EntityManager em;

  private static final ThreadLocal<Map<String, Set<Role>>> REMEMBERED = new ThreadLocal<>();

  /** The roles of the one who acts now; none for the public and for jobs. */
  public Set<Role> mine() {
    Actor actor = Acting.now();
    return actor.isPublic() || actor.isSystem() ? Set.of() : of(actor.handle());
  }

  /** The roles of the person with this handle; none where there is no such person. */
  public Set<Role> of(String person) {
    Map<String, Set<Role>> memory = REMEMBERED.get();
    if (memory == null) {
      return read(person);
    }
    return memory.computeIfAbsent(person, this::read);
  }

  /**
   * Asks the database once per person while {@code work} runs, for the length of one request.
   *
   * @param known what was read in this request already
   */
  public <T> T remembering(Map<String, Set<Role>> known, Callable<T> work) throws Exception {
    if (REMEMBERED.get() != null) {
      return work.call();
    }
    REMEMBERED.set(new HashMap<>(known));
    try {
      return work.call();
    } finally {
      REMEMBERED.remove();
    }
  }

  /** After a change of roles or superiors in this very request. */
  void forget() {
    Map<String, Set<Role>> memory = REMEMBERED.get();
    if (memory != null) {
      memory.clear();
    }
  }

  private Set<Role> read(String person) {
    List<?> names =
        em.createNativeQuery(
                """
                select role from role_grant where person = ?1 and ended_at is null
                union all select 'ASN' from person where handle = ?1
                union all select 'SUPERIOR' where exists (
                  select 1 from person s join person p on p.id = s.superior_id where p.handle = ?1)
                """)
            .setParameter(1, person)
            .getResultList();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    names.forEach(name -> roles.add(Role.valueOf((String) name)));
    return Set.copyOf(roles);
  }
}
