package org.jejak.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.base.Slice;
import org.jejak.cases.CaseFile;
import org.jejak.cases.CaseNumber;
import org.jejak.cases.CaseStage;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;

/**
 * Finds erasures. Custodians see numbers and grounds, never a file; whoever is shut out of a case
 * cannot tell that there is an erasure of it.
 */
@ApplicationScoped
public class Erasures {
  /** A line of the list. */
  public record Row(
      CaseNumber number, Ground ground, ErasureStage stage, Instant askedAt, String askedBy) {}

  @PersistenceContext EntityManager em;
  @Inject Policy policy;

  /**
   * The newest erasure of the case with this number.
   *
   * @throws Refusal {@code unknown} where there is none, or it is out of sight
   */
  @Allow(Permission.ERASE)
  public Erasure get(CaseNumber number) {
    return em.createQuery(
            "select e from Erasure e where e.number = :number order by e.id desc", Erasure.class)
        .setParameter("number", number)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .filter(erasure -> !policy.isShutOut(erasure.file()))
        .orElseThrow(() -> Refusal.unknown("an erasure of " + number));
  }

  /** All of them, newest first. */
  @Allow(Permission.ERASE)
  public Slice<Row> newest(int first, int limit) {
    String from = " from Erasure e join CaseFile f on f.handle = e.file";
    String where = " where " + policy.notShutOut("f");
    List<Row> rows =
        policy
            .bind(
                em.createQuery(
                    "select new org.jejak.erasure.Erasures$Row(e.number, e.ground, e.stage,"
                        + " e.askedAt, p.name)"
                        + from
                        + " join Person p on p.handle = e.askedBy"
                        + where
                        + " order by e.id desc",
                    Row.class))
            .setFirstResult(first)
            .setMaxResults(limit)
            .getResultList();
    long total =
        policy.bind(em.createQuery("select count(e)" + from + where, Long.class)).getSingleResult();
    return new Slice<>(rows, total, true);
  }

  /**
   * The closed case with this number, whether or not the custodian works on it.
   *
   * @throws Refusal {@code erasure.unknown} where there is none, or the custodian is shut out;
   *     {@code erasure.open-case} where it is not closed
   */
  CaseFile closed(CaseNumber number) {
    CaseFile file =
        em.createQuery("select f from CaseFile f where f.number = :number", CaseFile.class)
            .setParameter("number", number)
            .getResultStream()
            .findFirst()
            .filter(found -> !policy.isShutOut(found.handle()))
            .orElseThrow(
                () -> Refusal.invalid("erasure.unknown", "there is no case " + number, number));
    if (file.stage() != CaseStage.CLOSED) {
      throw Refusal.rule("erasure.open-case", "case " + number + " is not closed", number);
    }
    return file;
  }

  /** The erasure of this file that is asked for or done. */
  Optional<Erasure> ofFile(String file) {
    return em.createQuery(
            "select e from Erasure e where e.file = :file and e.stage <> :withdrawn", Erasure.class)
        .setParameter("file", file)
        .setParameter("withdrawn", ErasureStage.WITHDRAWN)
        .getResultStream()
        .findFirst();
  }
}
