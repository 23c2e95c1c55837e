package org.jejak.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds units. */
@ApplicationScoped
public class Units {
  /** A line of a list or of a choice. */
  public record Row(String handle, String code, String name, Unit.Kind kind, String parentCode) {}

  /**
   * A unit with all below it.
   *
   * @param people how many are in the unit itself
   */
  public record Branch(
      String code, String name, Unit.Kind kind, long people, List<Branch> children) {}

  private static final int MOST = 5_000;

  @PersistenceContext EntityManager em;

  public Optional<Unit> byCode(String code) {
    if (code.indexOf('\0') >= 0) {
      return Optional.empty(); // the database cannot even be asked
    }
    return em.createQuery("select u from Unit u where u.code = :code", Unit.class)
        .setParameter("code", code)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public Optional<Unit> byHandle(String handle) {
    return em.createQuery("select u from Unit u where u.handle = :handle", Unit.class)
        .setParameter("handle", handle)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Every unit, by code. */
  public List<Row> all() {
    return em.createQuery(
            "select new org.jejak.identity.Units$Row(u.handle, u.code, u.name, u.kind, a.code)"
                + " from Unit u left join u.parent a order by u.code",
            Row.class)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** The whole agency from its roots down, brothers by code. */
  public List<Branch> tree() {
    Map<String, Long> people = new HashMap<>();
    List<Object[]> counts =
        em.createQuery(
                "select u.code, count(p) from Person p join p.unit u group by u.code"
                    + " order by u.code",
                Object[].class)
            .setMaxResults(MOST)
            .getResultList();
    counts.forEach(row -> people.put((String) row[0], (Long) row[1]));
    Map<String, Branch> branches = new HashMap<>();
    List<Row> rows = all();
    for (Row row : rows) {
      long own = people.getOrDefault(row.code(), 0L);
      branches.put(
          row.code(), new Branch(row.code(), row.name(), row.kind(), own, new ArrayList<>()));
    }
    List<Branch> roots = new ArrayList<>();
    for (Row row : rows) {
      Branch branch = branches.get(row.code());
      (row.parentCode() == null ? roots : branches.get(row.parentCode()).children()).add(branch);
    }
    return roots;
  }
}
