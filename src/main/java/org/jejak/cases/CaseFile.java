package org.jejak.cases;

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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/** One case: what is alleged, who examines it, who decides, how far it is. */
@Entity
@Secrecy(PLAIN)
@Table(name = "case_file")
@CheckReturnValue
public class CaseFile implements Recorded {
  /** What a new file is made of; texts as they are kept. */
  record Opening(
      String handle,
      CaseNumber number,
      String title,
      String allegation,
      CaseSource source,
      String unit,
      ActPeriod happened,
      String openedBy,
      Instant openedAt) {}

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_seq")
  @SequenceGenerator(name = "case_file_seq", sequenceName = "case_file_seq", allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String handle;

  @Column(updatable = false)
  private CaseNumber number;

  @Column(updatable = false)
  @Secrecy(NARRATIVE)
  private Narrative title;

  @Column(updatable = false)
  @Secrecy(NARRATIVE)
  private Narrative allegation;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private CaseSource source;

  @Column(updatable = false)
  private String unit;

  @Embedded private ActPeriod happened;

  @Enumerated(EnumType.STRING)
  private CaseStage stage;

  private String investigator;
  private String authority;

  @Column(name = "opened_by", updatable = false)
  private String openedBy;

  @Column(name = "opened_at", updatable = false)
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "closing_reason")
  @Secrecy(NARRATIVE)
  private Narrative closingReason;

  @Embedded private Trail trail;
  @Version private long version;

  protected CaseFile() {}

  CaseFile(Opening opening) {
    this.handle = opening.handle();
    this.number = opening.number();
    this.title = Narrative.of(handle, opening.title());
    this.allegation = Narrative.of(handle, opening.allegation());
    this.source = opening.source();
    this.unit = opening.unit();
    this.happened = opening.happened();
    this.openedBy = opening.openedBy();
    this.openedAt = opening.openedAt();
    this.stage = CaseStage.OPEN;
    this.trail = Trail.of(subject());
  }

  CaseEvent.Opened opened(List<CaseSubject> subjects, List<Matter> matters, String rules) {
    return new CaseEvent.Opened(
        subject(),
        source,
        unit,
        happened.from(),
        happened.to(),
        subjects.size(),
        subjects.stream().flatMap(accused -> accused.person().stream()).toList(),
        matters.stream().map(Matter::norm).toList(),
        rules);
  }

  CaseEvent.InvestigatorAssigned assign(String person) {
    if (stage == CaseStage.OPEN) {
      advanceTo(CaseStage.EXAMINATION);
    }
    demand(CaseStage.EXAMINATION);
    if (person.equals(investigator)) {
      throw Refusal.rule("case.assigned-already", "the case is already in this person's hands");
    }
    demandOtherThan(authority, person);
    String before = investigator;
    this.investigator = person;
    return new CaseEvent.InvestigatorAssigned(subject(), person, before);
  }

  CaseEvent.Submitted submit(String decider, List<Matter> matters) {
    demand(CaseStage.EXAMINATION);
    matters.forEach(Matter::demandFindings);
    demandOtherThan(investigator, decider);
    if (decider.equals(authority)) {
      throw Refusal.rule("case.submitted-already", "the case already lies before this person");
    }
    String before = authority;
    this.authority = decider;
    return new CaseEvent.Submitted(subject(), decider, before);
  }

  /** The case is concluded once nothing in it is undecided; empty until then. */
  Optional<CaseEvent.Concluded> conclude(List<Matter> matters) {
    if (matters.stream().anyMatch(matter -> matter.stage() != MatterStage.DECIDED)) {
      return Optional.empty();
    }
    advanceTo(CaseStage.CONCLUDED);
    return Optional.of(new CaseEvent.Concluded(subject(), matters.size()));
  }

  CaseEvent.Closed close(List<Matter> matters, String reason, Instant now) {
    advanceTo(CaseStage.CLOSED);
    matters.forEach(Matter::close);
    this.closedAt = now;
    this.closingReason = Narrative.of(handle, reason);
    return new CaseEvent.Closed(subject());
  }

  /** Refuses what does not belong at the stage where the file is. */
  void demand(CaseStage... fitting) {
    if (!List.of(fitting).contains(stage)) {
      throw stageRefusal(fitting);
    }
  }

  /** Refuses who saw an older file than this one. */
  void demandVersion(Long seen) {
    Seen.demand(seen, version);
  }

  private static void demandOtherThan(String taken, String person) {
    if (person.equals(taken)) {
      throw Refusal.rule(
          "case.decider-investigates", "who examines a case does not decide on it as well");
    }
  }

  private void advanceTo(CaseStage to) {
    if (!stage.next().contains(to)) {
      throw Refusal.rule(
          "case.stage",
          "case %s is %s; it cannot become %s".formatted(number, stage, to),
          number,
          stage);
    }
    this.stage = to;
  }

  private Refusal stageRefusal(CaseStage... fitting) {
    return Refusal.rule(
        "case.stage",
        "case %s is %s; this belongs to %s".formatted(number, stage, List.of(fitting)),
        number,
        stage);
  }

  Subject subject() {
    return Subject.of(handle);
  }

  public String handle() {
    return handle;
  }

  public CaseNumber number() {
    return number;
  }

  public String title() {
    return title.text();
  }

  public String allegation() {
    return allegation.text();
  }

  public CaseSource source() {
    return source;
  }

  /** The handle of the unit where it happened; empty where it is not known. */
  public Optional<String> unit() {
    return Optional.ofNullable(unit);
  }

  public ActPeriod happened() {
    return happened;
  }

  public CaseStage stage() {
    return stage;
  }

  /** The handle of the person who examines it; empty while it is open. */
  public Optional<String> investigator() {
    return Optional.ofNullable(investigator);
  }

  /** The handle of the person before whom it lies for decision. */
  public Optional<String> authority() {
    return Optional.ofNullable(authority);
  }

  public String openedBy() {
    return openedBy;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  public Optional<String> closingReason() {
    return Optional.ofNullable(Narrative.textOf(closingReason));
  }

  /** What a later act on the file says it has seen. */
  public long version() {
    return version;
  }

  @Override
  public Trail trail() {
    return trail;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CaseFile file && Objects.equals(handle, file.handle);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(handle);
  }
}
