package org.jejak.declarations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.base.Acting;
import org.jejak.base.Refusal;
import org.jejak.base.Slice;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.ledger.access.Look;

/** Finds declarations: one's own, and those that one decides on. Nobody else's. */
@ApplicationScoped
public class Declarations {
  @PersistenceContext EntityManager em;
  @Inject Policy policy;

  /**
   * One line of a list.
   *
   * @param declarant name of the person
   * @param interests how many were named; 0 says nothing to declare
   * @param control code of the outcome, {@code null} while undecided
   */
  public record Row(
      DeclarationNumber number,
      DeclarationKind kind,
      int forYear,
      String declarant,
      LocalDate filedOn,
      LocalDate dueOn,
      DeclarationStage stage,
      long interests,
      Instant decidedAt,
      String control,
      LocalDate controlUntil) {
    /** Whether a yearly list came after its day. */
    public boolean late() {
      return dueOn != null && filedOn.isAfter(dueOn);
    }
  }

  private static final String ROWS =
      "select new org.jejak.declarations.Declarations$Row(d.number, d.kind, d.forYear, p.name,"
          + " d.filedOn, d.dueOn, d.stage,"
          + " (select count(i) from Interest i where i.declaration = d),"
          + " d.decidedAt, d.control, d.controlUntil)"
          + " from Declaration d join Person p on p.handle = d.declarant";

  /**
   * The declaration of this number, as far as the one who acts may see it.
   *
   * @throws Refusal {@code unknown} where it is not there or not theirs to see
   */
  public Declaration get(DeclarationNumber number) {
    Optional<Declaration> there =
        em.createQuery("select d from Declaration d where d.number = :number", Declaration.class)
            .setParameter("number", number)
            .getResultStream()
            .findFirst();
    Optional<Declaration> seen = there.filter(found -> policy.sees(found.handle()));
    if (seen.isEmpty()) {
      Look.denied(there.map(Declaration::handle).orElse(null));
    }
    return seen.orElseThrow(() -> Refusal.unknown("declaration " + number));
  }

  /** The handle behind a number, for those who ask who saw a declaration and may not see it. */
  @Allow(Permission.SEE_ACCESS)
  public Optional<String> handleOf(DeclarationNumber number) {
    return em.createQuery(
            "select d.handle from Declaration d where d.number = :number", String.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /** The numbers of the declarations with these handles, as {@link #handleOf}. */
  @Allow(Permission.SEE_ACCESS)
  public Map<String, DeclarationNumber> numbersOf(Collection<String> handles) {
    Map<String, DeclarationNumber> numbers = new HashMap<>();
    if (!handles.isEmpty()) {
      em.createQuery(
              "select d.handle, d.number from Declaration d where d.handle in :handles",
              Object[].class)
          .setParameter("handles", handles)
          .getResultList()
          .forEach(row -> numbers.put((String) row[0], (DeclarationNumber) row[1]));
    }
    return numbers;
  }

  /** Own declarations, newest first. */
  public Slice<Row> mine(int from, int limit) {
    return slice("d.declarant = :me", "d.filedAt desc, d.number", from, limit);
  }

  /** Those that wait for a decision of the one who acts, the longest waiting first. */
  public Slice<Row> toReview(int from, int limit) {
    return slice(
        "d.reviewer = :me and d.stage = org.jejak.declarations.DeclarationStage.FILED",
        "d.filedAt, d.number",
        from,
        limit);
  }

  /** Those that the one who acts has decided on, newest first. */
  public Slice<Row> reviewed(int from, int limit) {
    return slice(
        "d.reviewer = :me and d.stage = org.jejak.declarations.DeclarationStage.DECIDED",
        "d.decidedAt desc, d.number",
        from,
        limit);
  }

  /** Whether the one who acts has filed the yearly list. */
  public boolean hasFiledYearly(int year) {
    return !em.createQuery(
            "select d.id from Declaration d where d.declarant = :me and d.forYear = :year"
                + " and d.kind = org.jejak.declarations.DeclarationKind.YEARLY",
            Long.class)
        .setParameter("me", Acting.now().handle())
        .setParameter("year", year)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The yearly list of the one who acts. */
  public Optional<Declaration> myYearly(int year) {
    return yearly(Acting.now().handle(), year);
  }

  /** The newest yearly list of the one who acts before that year, to begin the next one with. */
  public Optional<Declaration> myYearlyBefore(int year) {
    return em.createQuery(
            "select d from Declaration d where d.declarant = :me and d.forYear < :year"
                + " and d.kind = org.jejak.declarations.DeclarationKind.YEARLY"
                + " order by d.forYear desc",
            Declaration.class)
        .setParameter("me", Acting.now().handle())
        .setParameter("year", year)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** What the same person declared before, as far as the one who acts may see it; at most 10. */
  public List<Row> earlier(Declaration declaration) {
    return policy
        .bind(
            em.createQuery(
                ROWS
                    + " where d.declarant = :declarant and d.filedAt < :filedAt and "
                    + policy.visible("d")
                    + " order by d.filedAt desc",
                Row.class))
        .setParameter("declarant", declaration.declarant())
        .setParameter("filedAt", declaration.filedAt())
        .setMaxResults(10)
        .getResultList();
  }

  Optional<Declaration> yearly(String declarant, int year) {
    return em.createQuery(
            "select d from Declaration d where d.declarant = :declarant and d.forYear = :year"
                + " and d.kind = org.jejak.declarations.DeclarationKind.YEARLY",
            Declaration.class)
        .setParameter("declarant", declarant)
        .setParameter("year", year)
        .getResultStream()
        .findFirst();
  }

  private Slice<Row> slice(String condition, String order, int from, int limit) {
    String where = " where " + condition + " and " + policy.visible("d");
    TypedQuery<Row> rows = em.createQuery(ROWS + where + " order by " + order, Row.class);
    TypedQuery<Integer> counted =
        em.createQuery("select 1 from Declaration d" + where, Integer.class);
    List<Row> found =
        policy
            .bind(rows)
            .setParameter("me", Acting.now().handle())
            .setFirstResult(from)
            .setMaxResults(limit)
            .getResultList();
    int total =
        policy
            .bind(counted)
            .setParameter("me", Acting.now().handle())
            .setMaxResults(Slice.COUNTED + 1)
            .getResultList()
            .size();
    return new Slice<>(found, Math.min(total, Slice.COUNTED), total <= Slice.COUNTED);
  }
}
