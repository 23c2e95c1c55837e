package org.jejak.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.base.Refusal;
import org.jejak.base.Slice;

/** Finds civil servants. Who they are is no secret inside the agency; what they did is. */
@ApplicationScoped
public class People {
  /** A line of a list or of a choice; a page that is shown again keeps it among what was chosen. */
  public record Row(
      String handle, Nip nip, String name, String positionTitle, String unitCode, String unit)
      implements Serializable {}

  private static final String ROW =
      "select new org.jejak.identity.People$Row("
          + "p.handle, p.nip, p.name, p.positionTitle, p.unit.code, p.unit.name) from Person p";
  private static final String FOUND =
      """
      select p.handle, p.nip, p.name, p.position_title, u.code, u.name
       from person p join unit u on u.id = p.unit_id where\s""";
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}']+");
  private static final int SHORTEST = 2;
  private static final int MOST_WORDS = 8;

  @PersistenceContext EntityManager em;

  /** The person with this handle, also one recorded earlier in this very transaction. */
  public Optional<Person> byHandle(String handle) {
    return one(
        em.createQuery("select p from Person p where p.handle = :handle", Person.class)
            .setParameter("handle", handle));
  }

  /** As {@link #byHandle}, for commands. */
  public Person get(String handle) {
    return byHandle(handle).orElseThrow(() -> Refusal.unknown("person"));
  }

  public Optional<Person> byNip(Nip nip) {
    return one(
        em.createQuery("select p from Person p where p.nip = :nip", Person.class)
            .setParameter("nip", nip));
  }

  /**
   * People whose name has a word that begins with each typed word, or whose NIP begins with the
   * typed digits; by name, at most {@code limit}. Nothing below two characters.
   */
  public List<Row> find(String text, int limit) {
    return page(text, null, 0, limit);
  }

  /**
   * The list of people, by name.
   *
   * @param text as in {@link #find}; under two characters it narrows nothing
   * @param unitCode the unit they are in; {@code null} for all
   */
  public Slice<Row> list(String text, String unitCode, int from, int limit) {
    Condition condition = Condition.of(text, unitCode);
    Query query =
        em.createNativeQuery(
            "select count(*) from (select 1 from person p join unit u on u.id = p.unit_id where "
                + condition.sql
                + " limit "
                + (Slice.COUNTED + 1)
                + ") found");
    long total = ((Number) condition.bind(query).getSingleResult()).longValue();
    return new Slice<>(
        rows(condition, from, limit), Math.min(total, Slice.COUNTED), total <= Slice.COUNTED);
  }

  /** Whose direct superior this person is, by name, at most 200. */
  public List<Row> subordinatesOf(String handle) {
    return em.createQuery(
            ROW + " where p.superior.handle = :handle order by p.sortName, p.id", Row.class)
        .setParameter("handle", handle)
        .setMaxResults(200)
        .getResultList();
  }

  /** Who holds the given role, by name, at most 200: the choice of whom to put on a case. */
  public List<Row> withRole(Role role) {
    return em.createQuery(
            ROW
                + " where exists (select g.id from RoleGrant g where g.person = p.handle"
                + " and g.role = :role and g.endedAt is null) order by p.sortName, p.id",
            Row.class)
        .setParameter("role", role)
        .setMaxResults(200)
        .getResultList();
  }

  private List<Row> page(String text, String unitCode, int from, int limit) {
    if (text == null || text.strip().length() < SHORTEST) {
      return List.of();
    }
    return rows(Condition.of(text, unitCode), from, limit);
  }

  private List<Row> rows(Condition condition, int from, int limit) {
    List<?> found =
        condition
            .bind(em.createNativeQuery(FOUND + condition.sql + " order by p.sort_name, p.id"))
            .setFirstResult(from)
            .setMaxResults(Math.min(limit, 200))
            .getResultList();
    return found.stream().map(Object[].class::cast).map(People::row).toList();
  }

  private static Row row(Object[] c) {
    return new Row(
        (String) c[0],
        new Nip((String) c[1]),
        (String) c[2],
        (String) c[3],
        (String) c[4],
        (String) c[5]);
  }

  // EclipseLink otherwise asks the database only, where a row of this transaction is not yet.
  private static Optional<Person> one(TypedQuery<Person> query) {
    return query
        .setHint("eclipselink.cache-usage", "ConformResultsInUnitOfWork")
        .setMaxResults(2)
        .getResultStream()
        .findFirst();
  }

  /** A part of a where clause, with the values of its numbered parameters. */
  private record Condition(String sql, List<Object> values) {
    static Condition of(String text, String unitCode) {
      List<Object> values = new ArrayList<>();
      String sql = "true";
      String typed = text == null ? "" : text.strip();
      String digits = typed.replaceAll("[\\s.-]", "");
      if (typed.length() >= SHORTEST && digits.matches("[0-9]+")) {
        values.add(digits + '%');
        sql += " and p.nip like ?" + values.size();
      } else if (typed.length() >= SHORTEST) {
        values.add(prefixes(typed));
        sql +=
            " and to_tsvector('simple'::regconfig, p.name) @@ to_tsquery('simple'::regconfig, ?"
                + values.size()
                + ")";
      }
      if (unitCode != null && !unitCode.isBlank()) {
        values.add(unitCode);
        sql += " and u.code = ?" + values.size();
      }
      return new Condition(sql, values);
    }

    /** {@code bud:* & san:*}; a text without any letter finds nothing. */
    private static String prefixes(String typed) {
      return NO_LETTER
          .splitAsStream(typed.toLowerCase(Locale.ROOT))
          .filter(word -> !word.isEmpty())
          .limit(MOST_WORDS)
          .map(word -> "'" + word.replace("'", "''") + "':*")
          .collect(Collectors.joining(" & "));
    }

    Query bind(Query query) {
      for (int i = 0; i < values.size(); i++) {
        query.setParameter(i + 1, values.get(i));
      }
      return query;
    }
  }
}
