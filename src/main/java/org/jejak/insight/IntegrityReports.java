package org.jejak.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jejak.base.Refusal;
import org.jejak.base.Slice;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;

/** Finds reports that were issued; whoever may see figures may read them. */
@ApplicationScoped
public class IntegrityReports {
  @PersistenceContext EntityManager em;

  /** A line of the list. */
  public record Row(
      ReportNumber number, LocalDate from, LocalDate to, Instant issuedAt, String issuedBy) {}

  /**
   * The report of this number.
   *
   * @throws Refusal {@code unknown} where there is none
   */
  @Allow(Permission.SEE_FIGURES)
  public IntegrityReport get(ReportNumber number) {
    return em.createQuery(
            "select r from IntegrityReport r where r.number = :number", IntegrityReport.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Refusal.unknown("report " + number));
  }

  /** All reports, newest first. */
  @Allow(Permission.SEE_FIGURES)
  public Slice<Row> newest(int from, int limit) {
    List<Row> rows =
        em.createQuery(
                "select new org.jejak.insight.IntegrityReports$Row(r.number, r.fromMonth,"
                    + " r.toMonth, r.issuedAt, p.name)"
                    + " from IntegrityReport r join Person p on p.handle = r.issuedBy"
                    + " order by r.issuedAt desc, r.id desc",
                Row.class)
            .setFirstResult(from)
            .setMaxResults(limit)
            .getResultList();
    long total =
        em.createQuery("select count(r) from IntegrityReport r", Long.class).getSingleResult();
    return new Slice<>(rows, total, true);
  }
}
