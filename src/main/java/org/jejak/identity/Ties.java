package org.jejak.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who is close to whom, and whose matters somebody must therefore not handle. */
@ApplicationScoped
public class Ties {
  /** Somebody close; {@code kind} is what one of the two is to the other. */
  public record Row(Nip nip, String name, Tie.Kind kind) {}

  @PersistenceContext EntityManager em;

  /** Whom this person declared close, and who declared them so, by name, at most 200. */
  public List<Row> of(String person) {
    return em.createQuery(
            "select new org.jejak.identity.Ties$Row(p.nip, p.name, t.kind) from Tie t, Person p"
                + " where t.endedAt is null and ((t.person = :person and p.handle = t.other)"
                + " or (t.other = :person and p.handle = t.person)) order by p.sortName, p.id",
            Row.class)
        .setParameter("person", person)
        .setMaxResults(200)
        .getResultList();
  }

  /**
   * Handles of the people a matter about whom is closed to {@code person}: kin, and the direct
   * superior.
   */
  Set<String> around(String person) {
    List<?> handles =
        em.createNativeQuery(
                """
                select other from tie where person = ?1 and ended_at is null
                union select person from tie where other = ?1 and ended_at is null
                union select s.handle from person p join person s on s.id = p.superior_id
                 where p.handle = ?1
                """)
            .setParameter(1, person)
            .getResultList();
    Set<String> around = new HashSet<>();
    handles.forEach(handle -> around.add((String) handle));
    return around;
  }
}
