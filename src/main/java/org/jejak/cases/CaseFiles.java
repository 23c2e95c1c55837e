package org.jejak.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.base.AgencySettings;
import org.jejak.base.Refusal;
import org.jejak.base.Slice;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.ledger.access.Look;
import org.jejak.ledger.seal.Narrative;

/** Finds case files, for whoever acts now. */
@ApplicationScoped
public class CaseFiles {
  /**
   * What narrows the register; every part may be {@code null}.
   *
   * @param investigator handle of the person who examines it
   * @param authority handle of the person before whom it lies
   * @param unit handle of the unit
   * @param from first day of opening
   * @param to last day of opening
   */
  public record Filter(
      CaseStage stage,
      String investigator,
      String authority,
      String unit,
      LocalDate from,
      LocalDate to) {
    /** Every case that one may see. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null);

    /** At this stage, in these hands, before this authority; each may be {@code null}. */
    public static Filter of(CaseStage stage, String investigator, String authority) {
      return new Filter(stage, investigator, authority, null, null, null);
    }
  }

  /**
   * A line of the register.
   *
   * @param unit name of the unit; {@code null} where unknown
   * @param investigator name of the person; {@code null} while nobody examines it
   */
  public record Row(
      CaseNumber number,
      String title,
      CaseStage stage,
      String unit,
      String investigator,
      Instant openedAt) {}

  @PersistenceContext EntityManager em;
  @Inject Policy policy;
  @Inject AgencySettings agency;

  /**
   * The file with this number.
   *
   * @throws Refusal UNKNOWN where there is none, and where it is not to be seen
   */
  public CaseFile get(CaseNumber number) {
    return byNumber(number).getResultStream().findFirst().orElseThrow(() -> unknown(number));
  }

  /** As {@link #get}, for a command: until it ends nobody else acts on this file. */
  CaseFile hold(CaseNumber number) {
    return byNumber(number)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> unknown(number));
  }

  /** The number of the case with this ledger handle, if it is one and may be seen. */
  public Optional<CaseNumber> numbered(String handle) {
    return policy
        .bind(
            em.createQuery(
                    "select c.number from CaseFile c where c.handle = :handle and "
                        + policy.visible("c"),
                    CaseNumber.class)
                .setParameter("handle", handle))
        .getResultStream()
        .findFirst();
  }

  /** The handle behind a number, for those who ask who saw a case and may not see it. */
  @Allow(Permission.SEE_ACCESS)
  public Optional<String> handleOf(CaseNumber number) {
    return em.createQuery("select c.handle from CaseFile c where c.number = :number", String.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /** The numbers of the cases with these handles, as {@link #handleOf}. */
  @Allow(Permission.SEE_ACCESS)
  public Map<String, CaseNumber> numbersOf(Collection<String> handles) {
    Map<String, CaseNumber> numbers = new HashMap<>();
    if (!handles.isEmpty()) {
      em.createQuery(
              "select c.handle, c.number from CaseFile c where c.handle in :handles",
              Object[].class)
          .setParameter("handles", handles)
          .getResultList()
          .forEach(row -> numbers.put((String) row[0], (CaseNumber) row[1]));
    }
    return numbers;
  }

  /**
   * The register, newest first.
   *
   * @param offset rows before these
   * @param limit at most so many rows, 1 to 200
   */
  public Slice<Row> register(Filter filter, int offset, int limit) {
    List<Object[]> sealed =
        query(
                "select c.number, c.title, c.stage, u.name, p.name, c.openedAt"
                    + " from CaseFile c left join Unit u on u.handle = c.unit"
                    + " left join Person p on p.handle = c.investigator",
                filter,
                Object[].class)
            .setFirstResult(offset)
            .setMaxResults(limit)
            .getResultList();
    Narrative.prepare(sealed.stream().map(row -> (Narrative) row[1]).toList());
    List<Row> rows = sealed.stream().map(CaseFiles::row).toList();
    if (offset == 0 && rows.size() < limit) {
      return new Slice<>(rows, rows.size(), true);
    }
    int counted =
        query("select c.id from CaseFile c", filter, Long.class)
            .setMaxResults(Slice.COUNTED + 1)
            .getResultList()
            .size();
    return new Slice<>(rows, Math.min(counted, Slice.COUNTED), counted <= Slice.COUNTED);
  }

  private static Row row(Object[] row) {
    return new Row(
        (CaseNumber) row[0],
        ((Narrative) row[1]).text(),
        (CaseStage) row[2],
        (String) row[3],
        (String) row[4],
        (Instant) row[5]);
  }

  private TypedQuery<CaseFile> byNumber(CaseNumber number) {
    return policy.bind(
        em.createQuery(
                "select c from CaseFile c where c.number = :number and " + policy.visible("c"),
                CaseFile.class)
            .setParameter("number", number)
            .setMaxResults(1));
  }

  private <T> TypedQuery<T> query(String select, Filter filter, Class<T> type) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder where = new StringBuilder(policy.visible("c"));
    add(where, values, "c.stage = :stage", "stage", filter.stage());
    add(where, values, "c.investigator = :investigator", "investigator", filter.investigator());
    add(where, values, "c.authority = :authority", "authority", filter.authority());
    add(where, values, "c.unit = :unit", "unit", filter.unit());
    add(where, values, "c.openedAt >= :from", "from", startOf(filter.from(), 0));
    add(where, values, "c.openedAt < :to", "to", startOf(filter.to(), 1));
    TypedQuery<T> query =
        em.createQuery(select + " where " + where + " order by c.openedAt desc, c.id desc", type);
    values.forEach(query::setParameter);
    return policy.bind(query);
  }

  private static void add(
      StringBuilder where, Map<String, Object> values, String clause, String name, Object value) {
    if (value != null) {
      where.append(" and ").append(clause);
      values.put(name, value);
    }
  }

  private Instant startOf(LocalDate day, int daysLater) {
    return day == null ? null : day.plusDays(daysLater).atStartOfDay(agency.zone()).toInstant();
  }

  /** The same for what is not there and for what is not to be seen; the log knows which. */
  private Refusal unknown(CaseNumber number) {
    Look.denied(
        em.createQuery("select c.handle from CaseFile c where c.number = :number", String.class)
            .setParameter("number", number)
            .getResultStream()
            .findFirst()
            .orElse(null));
    return Refusal.unknown("a case of that number");
  }
}
