package org.jejak.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whose matters somebody must not handle: those of their kin and of their direct superior. */
@ApplicationScoped
class Closeness {
  @PersistenceContext EntityManager em;

  /** Handles of the people a matter about whom is closed to {@code person}. */
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
