package org.jejak.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseStage;

/** The reporter's side: what their code opens, and nothing else. */
@ApplicationScoped
public class Inbox {
  /** Older messages are not shown. */
  private static final int SHOWN = 200;

  /** How far the matter is, in the words that a reporter may know. */
  public enum Progress {
    RECEIVED,
    REVIEW,
    EXAMINATION,
    DECIDED,
    CLOSED
  }

  /** A message as the reporter sees it. */
  public record Line(Message.Author author, LocalDate sentOn, String text) {}

  /**
   * What lies in an inbox.
   *
   * @param reason why it is outside the remit; {@code null} otherwise
   * @param waiting whether the office waits for an answer
   * @param handle its chain, for the receipt; never shown
   */
  public record Content(
      Reference reference,
      LocalDate receivedOn,
      Progress progress,
      boolean outsideRemit,
      String reason,
      boolean waiting,
      List<Line> messages,
      String handle) {}

  @PersistenceContext EntityManager em;
  @Inject IntakeKeys keys;
  @Inject Reports reports;

  /**
   * Opens an inbox.
   *
   * @throws Refusal {@code inbox.unknown} where no report has this code
   */
  public Content open(InboxCode code) {
    Report report = find(code).orElseThrow(Inbox::unknown);
    return new Content(
        report.reference(),
        report.receivedOn(),
        progress(report),
        report.stage() == ReportStage.OUTSIDE_REMIT,
        report.reason(),
        report.stage() == ReportStage.WAITING,
        reports.conversation(report, SHOWN).stream()
            .map(m -> new Line(m.author(), m.sentOn(), m.text()))
            .toList(),
        report.handle());
  }

  Optional<Report> find(InboxCode code) {
    return em.createQuery("select r from Report r where r.codeHash = :hash", Report.class)
        .setParameter("hash", keys.hash(code))
        .getResultStream()
        .findFirst();
  }

  static Refusal unknown() {
    return new Refusal(Refusal.Kind.UNKNOWN, "inbox.unknown", "no report has this code");
  }

  private Progress progress(Report report) {
    return switch (report.stage()) {
      case RECEIVED -> Progress.RECEIVED;
      case REVIEW, WAITING -> Progress.REVIEW;
      case OPENED -> progressOfCase(report.handle());
      case OUTSIDE_REMIT -> Progress.CLOSED;
    };
  }

  /** The case is not the reporter's to see; how far it is, is. */
  private Progress progressOfCase(String handle) {
    CaseStage stage =
        em.createQuery("select c.stage from CaseFile c where c.handle = :handle", CaseStage.class)
            .setParameter("handle", handle)
            .getSingleResult();
    return switch (stage) {
      case OPEN, EXAMINATION -> Progress.EXAMINATION;
      case CONCLUDED -> Progress.DECIDED;
      case CLOSED -> Progress.CLOSED;
    };
  }
}
