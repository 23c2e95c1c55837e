package org.jejak.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jejak.identity.Nip;

/** Names and numbers of the people and units that files point to. */
@ApplicationScoped
class Directory {
  /** A person as search knows one. */
  record Entry(String name, Nip nip) {}

  @PersistenceContext EntityManager em;

  Map<String, Entry> people(Collection<String> handles) {
    Map<String, Entry> people = new HashMap<>();
    if (!handles.isEmpty()) {
      em.createQuery(
              "select p.handle, p.name, p.nip from Person p where p.handle in :handles",
              Object[].class)
          .setParameter("handles", handles)
          .getResultList()
          .forEach(row -> people.put((String) row[0], new Entry((String) row[1], (Nip) row[2])));
    }
    return people;
  }

  /** Names of units, by handle and by code. */
  Map<String, String> units() {
    Map<String, String> names = new HashMap<>();
    em.createQuery("select u.handle, u.code, u.name from Unit u", Object[].class)
        .getResultList()
        .forEach(
            row -> {
              names.put((String) row[0], (String) row[2]);
              names.put((String) row[1], (String) row[2]);
            });
    return names;
  }
}
