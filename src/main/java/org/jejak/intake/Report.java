package org.jejak.intake;

import static org.jejak.ledger.seal.Secrecy.Level.NARRATIVE;
import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseNumber;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/** One report, from its receipt to the decision what becomes of it. */
@Entity
@Secrecy(PLAIN)
@Table(name = "report")
@CheckReturnValue
@SuppressWarnings("UnusedVariable") // the columns that only the database and the ledger read
public class Report implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "report_seq")
  @SequenceGenerator(name = "report_seq", sequenceName = "report_seq", allocationSize = 50)
  private Long id;

  private String handle;
  private CaseNumber number;
  private Reference reference;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private ReportStage stage;

  @Column(name = "received_on")
  private LocalDate receivedOn;

  @Secrecy(NARRATIVE)
  private Narrative allegation;

  @Embedded private Happened happened;

  @Secrecy(NARRATIVE)
  private Narrative place;

  @Secrecy(NARRATIVE)
  private Narrative unit;

  @Secrecy(NARRATIVE)
  private Narrative evidence;

  private String reviewer;

  @Secrecy(NARRATIVE)
  private Narrative reason;

  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "body_hash")
  private String bodyHash;

  @Version private long version;
  @Embedded private Trail trail;

  protected Report() {}

  /** The names under which a report is known, all drawn before it is written. */
  record Names(String handle, CaseNumber number, Reference reference, String code, String body) {}

  Report(
      Names names, Channel channel, LocalDate receivedOn, Statement statement, Happened happened) {
    this.handle = names.handle();
    this.number = names.number();
    this.reference = names.reference();
    this.codeHash = names.code();
    this.bodyHash = names.body();
    this.channel = channel;
    this.stage = ReportStage.RECEIVED;
    this.receivedOn = receivedOn;
    this.allegation = Narrative.of(handle, statement.allegation());
    this.happened = happened;
    this.place = Narrative.of(handle, statement.place());
    this.unit = Narrative.of(handle, statement.unit());
    this.evidence = Narrative.of(handle, statement.evidence());
    this.trail = Trail.of(subject());
  }

  ReportEvent.Received received(int persons) {
    return new ReportEvent.Received(subject(), channel, receivedOn, persons);
  }

  ReportEvent.TakenUp takeUp(String person) {
    if (stage == ReportStage.REVIEW && person.equals(reviewer)) {
      throw Refusal.rule("report.taken-up", "report %s is with you already".formatted(number));
    }
    advanceTo(ReportStage.REVIEW);
    this.reviewer = person;
    return new ReportEvent.TakenUp(subject());
  }

  ReportEvent.OutsideRemit putOutside(String why, String person) {
    advanceTo(ReportStage.OUTSIDE_REMIT);
    this.reason = Narrative.of(handle, why);
    this.reviewer = person;
    return new ReportEvent.OutsideRemit(subject());
  }

  ReportEvent.MoreAsked askMore(String person) {
    advanceTo(ReportStage.WAITING);
    this.reviewer = person;
    return new ReportEvent.MoreAsked(subject());
  }

  ReportEvent.Opened open(List<String> subjects, String person) {
    advanceTo(ReportStage.OPENED);
    this.reviewer = person;
    return new ReportEvent.Opened(subject(), List.copyOf(subjects));
  }

  ReportEvent.Replied reply() {
    return new ReportEvent.Replied(subject());
  }

  /** The reporter's words; a report that waited for them is looked at again. */
  ReportEvent.Answered answer(LocalDate on) {
    if (stage == ReportStage.WAITING) {
      advanceTo(ReportStage.REVIEW);
    }
    return new ReportEvent.Answered(subject(), on);
  }

  private void advanceTo(ReportStage to) {
    if (!stage.next().contains(to)) {
      throw Refusal.rule(
          "case.stage",
          "report %s is %s; it cannot become %s".formatted(number, stage, to),
          number,
          stage);
    }
    this.stage = to;
  }

  /** Refuses where somebody changed the report after this version was read. */
  void demand(long seen) {
    if (seen != version) {
      throw new Refusal(
          Refusal.Kind.STALE,
          "stale",
          "report %s was changed by somebody else".formatted(number),
          seen,
          version);
    }
  }

  /** Its chain: the same that its case will have. */
  public Subject subject() {
    return Subject.of(handle);
  }

  public String handle() {
    return handle;
  }

  public CaseNumber number() {
    return number;
  }

  public Reference reference() {
    return reference;
  }

  public Channel channel() {
    return channel;
  }

  public ReportStage stage() {
    return stage;
  }

  public LocalDate receivedOn() {
    return receivedOn;
  }

  public String allegation() {
    return allegation.text();
  }

  /** When it happened; a report without any such word has an empty one. */
  public Happened happened() {
    return happened == null ? new Happened() : happened;
  }

  public String place() {
    return Narrative.textOf(place);
  }

  public String unit() {
    return Narrative.textOf(unit);
  }

  public String evidence() {
    return Narrative.textOf(evidence);
  }

  /** The handle of the person who took it up or decided; {@code null} while nobody did. */
  public String reviewer() {
    return reviewer;
  }

  /** Why it is outside the remit; {@code null} otherwise. */
  public String reason() {
    return Narrative.textOf(reason);
  }

  /** Whether this is the same report again: same code, same words. */
  boolean sameAs(String otherBodyHash) {
    return bodyHash.equals(otherBodyHash);
  }

  public long version() {
    return version;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
