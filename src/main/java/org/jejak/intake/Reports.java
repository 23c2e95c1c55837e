package org.jejak.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseNumber;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.ledger.access.Look;
import org.jejak.ledger.seal.Narrative;

/** Reports as the office sees them. */
@ApplicationScoped
public class Reports {
  /** How much of an allegation a list shows, in characters. */
  public static final int BEGINNING = 160;

  /**
   * One line of the triage board.
   *
   * @param beginning the first words of the allegation
   * @param reviewer the name of the person who reads it; {@code null} while nobody does
   * @param questions how often the reporter was written to
   */
  public record Row(
      CaseNumber number,
      Reference reference,
      ReportStage stage,
      Channel channel,
      LocalDate receivedOn,
      String beginning,
      String unit,
      String reviewer,
      Long questions) {}

  @PersistenceContext EntityManager em;
  @Inject Policy policy;

  /**
   * The report with this number, for somebody who may triage it or who sits on the case that it
   * became.
   *
   * @throws Refusal {@code unknown} where it does not exist or is not to be seen
   */
  public Report get(CaseNumber number) {
    return find(number).orElseThrow(() -> unknown(number));
  }

  /** The same for what is not there and for what is not to be seen; the log knows which. */
  private Refusal unknown(CaseNumber number) {
    Look.denied(
        em.createQuery("select r.handle from Report r where r.number = :number", String.class)
            .setParameter("number", number)
            .getResultStream()
            .findFirst()
            .orElse(null));
    return Refusal.unknown("report " + number);
  }

  /** As {@link #get}; empty instead of a refusal. */
  Optional<Report> find(CaseNumber number) {
    return em.createQuery("select r from Report r where r.number = :number", Report.class)
        .setParameter("number", number)
        .getResultStream()
        .filter(this::sees)
        .findFirst();
  }

  /** The handle behind a number, for those who ask who saw a report and may not see it. */
  @Allow(Permission.SEE_ACCESS)
  public Optional<String> handleOf(CaseNumber number) {
    return em.createQuery("select r.handle from Report r where r.number = :number", String.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /** The numbers of the reports with these handles, as {@link #handleOf}. */
  @Allow(Permission.SEE_ACCESS)
  public Map<String, CaseNumber> numbersOf(Collection<String> handles) {
    Map<String, CaseNumber> numbers = new HashMap<>();
    if (!handles.isEmpty()) {
      em.createQuery(
              "select r.handle, r.number from Report r where r.handle in :handles", Object[].class)
          .setParameter("handles", handles)
          .getResultList()
          .forEach(row -> numbers.put((String) row[0], (CaseNumber) row[1]));
    }
    return numbers;
  }

  private boolean sees(Report report) {
    if (report.stage() == ReportStage.OPENED) {
      return policy.sees(report.handle());
    }
    return policy.allows(Permission.TRIAGE) && !policy.isShutOut(report.handle());
  }

  /** The reports of these stages that one may triage, longest waiting first. */
  public List<Row> at(ReportStage stage, int limit) {
    if (!policy.allows(Permission.TRIAGE)) {
      return List.of();
    }
    TypedQuery<Object[]> query =
        em.createQuery(
            "select r.number, r.reference, r.stage, r.channel,"
                + " r.receivedOn, r.allegation, r.unit, p.name,"
                + " (select count(m.id) from Message m"
                + " where m.report = r and m.author = :office)"
                + " from Report r left join Person p on p.handle = r.reviewer"
                + " where r.stage = :stage and "
                + policy.notShutOut("r")
                + " order by r.receivedOn, r.id",
            Object[].class);
    List<Object[]> sealed =
        policy
            .bind(query)
            .setParameter("stage", stage)
            .setParameter("office", Message.Author.OFFICE)
            .setMaxResults(limit)
            .getResultList();
    Narrative.prepare(sealed.stream().map(row -> (Narrative) row[5]).toList());
    return sealed.stream().map(Reports::row).toList();
  }

  private static String beginning(String text) {
    return text.codePointCount(0, text.length()) <= BEGINNING
        ? text
        : text.substring(0, text.offsetByCodePoints(0, BEGINNING));
  }

  private static Row row(Object[] row) {
    String allegation = ((Narrative) row[5]).text();
    return new Row(
        (CaseNumber) row[0],
        (Reference) row[1],
        (ReportStage) row[2],
        (Channel) row[3],
        (LocalDate) row[4],
        beginning(allegation),
        Narrative.textOf((Narrative) row[6]),
        (String) row[7],
        (Long) row[8]);
  }

  /** How many reports wait at each stage of triage, of those that one may triage. */
  public Map<ReportStage, Long> counts() {
    Map<ReportStage, Long> counts = new EnumMap<>(ReportStage.class);
    for (ReportStage stage : ReportStage.values()) {
      if (stage.atTriage()) {
        counts.put(stage, 0L);
      }
    }
    if (policy.allows(Permission.TRIAGE)) {
      TypedQuery<Object[]> query =
          em.createQuery(
              "select r.stage, count(r.id) from Report r where r.stage in :stages and "
                  + policy.notShutOut("r")
                  + " group by r.stage order by r.stage",
              Object[].class);
      policy
          .bind(query)
          .setParameter("stages", List.copyOf(counts.keySet()))
          .getResultList()
          .forEach(row -> counts.put((ReportStage) row[0], (Long) row[1]));
    }
    return counts;
  }

  /** Whom the report names, in the reporter's order. */
  public List<ReportedPerson> personsOf(Report report) {
    return em.createQuery(
            "select p from ReportedPerson p where p.report = :report order by p.nr",
            ReportedPerson.class)
        .setParameter("report", report)
        .setMaxResults(Statement.PERSONS)
        .getResultList();
  }

  /** The conversation, oldest first; its newest {@code limit} messages. */
  public List<Message> conversation(Report report, int limit) {
    List<Message> newestFirst =
        em.createQuery(
                "select m from Message m where m.report = :report order by m.nr desc",
                Message.class)
            .setParameter("report", report)
            .setMaxResults(limit)
            .getResultList();
    return newestFirst.reversed();
  }
}
