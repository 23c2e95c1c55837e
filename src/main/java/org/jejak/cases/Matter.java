package org.jejak.cases;

import static org.jejak.ledger.seal.Secrecy.Level.NARRATIVE;
import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;
import org.jejak.rules.Norm;
import org.jejak.rules.Track;

/** One alleged breach of one norm by one subject, on one track. */
@Entity
@Secrecy(PLAIN)
@Table(name = "case_matter")
@CheckReturnValue
public class Matter implements Recorded {
  /** A decision as the authority signs it. */
  record Verdict(
      Decision decision, String reason, String decider, LocalDate decidedOn, String rules) {}

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_matter_seq")
  @SequenceGenerator(
      name = "case_matter_seq",
      sequenceName = "case_matter_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "case_id", updatable = false)
  private CaseFile file;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "subject_id", updatable = false)
  private CaseSubject accused;

  @Column(updatable = false)
  private int no;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Track track;

  @Column(updatable = false)
  private String norm;

  @Enumerated(EnumType.STRING)
  private MatterStage stage;

  private Boolean proven;

  @Column(name = "found_on")
  private LocalDate foundOn;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private String sanction;

  @Enumerated(EnumType.STRING)
  private Manner manner;

  @Secrecy(NARRATIVE)
  private Narrative reason;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_on")
  private LocalDate decidedOn;

  @Column(name = "decided_under")
  private String decidedUnder;

  @Embedded private Trail trail;
  @Version private long version;

  protected Matter() {}

  Matter(CaseFile file, CaseSubject accused, int no, Norm norm) {
    this.file = file;
    this.accused = accused;
    this.no = no;
    this.track = norm.track();
    this.norm = norm.code();
    this.stage = MatterStage.ALLEGED;
    this.trail = Trail.of(file.subject());
  }

  /**
   * Takes over what was found; again, as long as nothing is decided.
   *
   * @param revision the number of the finding on this matter, from 1
   */
  CaseEvent.FindingRecorded find(boolean isProven, LocalDate day, int revision) {
    if (stage != MatterStage.FOUND) {
      advanceTo(MatterStage.FOUND);
    }
    this.proven = isProven;
    this.foundOn = day;
    return new CaseEvent.FindingRecorded(subject(), no, isProven, revision);
  }

  CaseEvent.MatterDecided decide(Verdict verdict) {
    demandFindings();
    if (verdict.decidedOn().isBefore(foundOn)) {
      throw Refusal.invalid(
          "case.decided-early",
          "decided on %s, before the findings of %s".formatted(verdict.decidedOn(), foundOn),
          verdict.decidedOn(),
          foundOn);
    }
    switch (verdict.decision()) {
      case Decision.NotProven none -> this.outcome = Outcome.NOT_PROVEN;
      case Decision.MoralSanction moral -> {
        demandProven();
        demandTrack(Track.ETHICS, moral.code());
        this.outcome = Outcome.MORAL_SANCTION;
        this.sanction = moral.code();
        this.manner = moral.manner();
      }
      case Decision.DisciplineSanction discipline -> {
        demandProven();
        demandTrack(Track.DISCIPLINE, discipline.code());
        this.outcome = Outcome.DISCIPLINE_SANCTION;
        this.sanction = discipline.code();
      }
    }
    advanceTo(MatterStage.DECIDED);
    this.reason = Narrative.of(trail.caseRef(), verdict.reason());
    this.decidedBy = verdict.decider();
    this.decidedOn = verdict.decidedOn();
    this.decidedUnder = verdict.rules();
    return new CaseEvent.MatterDecided(
        subject(), no, track, norm, outcome, sanction, manner, decidedOn, decidedUnder);
  }

  void close() {
    advanceTo(MatterStage.CLOSED);
  }

  /** Refuses whoever would go on before anybody has said what was found, or after the decision. */
  void demandFindings() {
    if (stage != MatterStage.FOUND) {
      throw stageRefusal("this belongs to FOUND");
    }
  }

  /** Refuses who saw an older matter than this one. */
  void demandVersion(Long seen) {
    Seen.demand(seen, version);
  }

  private void demandProven() {
    if (!proven) {
      throw Refusal.rule(
          "case.not-proven", "matter %d was found not proven; no sanction".formatted(no), no);
    }
  }

  private void demandTrack(Track fitting, String code) {
    if (track != fitting) {
      throw Refusal.invalid(
          "case.sanction-track", "%s does not belong to %s".formatted(code, track), code);
    }
  }

  private void advanceTo(MatterStage to) {
    if (!stage.next().contains(to)) {
      throw stageRefusal("it cannot become " + to);
    }
    this.stage = to;
  }

  private Refusal stageRefusal(String why) {
    return Refusal.rule(
        "case.stage",
        "matter %d of case %s is %s; %s".formatted(no, file.number(), stage, why),
        file.number(),
        stage);
  }

  private Subject subject() {
    return file.subject();
  }

  /** Counted within the case, from 1. */
  public int no() {
    return no;
  }

  public CaseSubject accused() {
    return accused;
  }

  public Track track() {
    return track;
  }

  /** The code of the norm. */
  public String norm() {
    return norm;
  }

  public MatterStage stage() {
    return stage;
  }

  /** What the newest finding says; empty before the first. */
  public Optional<Boolean> proven() {
    return Optional.ofNullable(proven);
  }

  /** The day of the newest finding. */
  public Optional<LocalDate> foundOn() {
    return Optional.ofNullable(foundOn);
  }

  /** What was decided; empty before. */
  public Optional<Decision> decision() {
    if (outcome == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (outcome) {
          case NOT_PROVEN -> new Decision.NotProven();
          case MORAL_SANCTION -> new Decision.MoralSanction(sanction, manner);
          case DISCIPLINE_SANCTION -> new Decision.DisciplineSanction(sanction);
        });
  }

  /** What kind of decision it was; empty before. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** The code of the sanction; empty before the decision, and where nothing was proven. */
  public Optional<String> sanction() {
    return Optional.ofNullable(sanction);
  }

  public Optional<Manner> manner() {
    return Optional.ofNullable(manner);
  }

  /** The authority's reason. */
  public Optional<String> reason() {
    return Optional.ofNullable(Narrative.textOf(reason));
  }

  /** The handle of the person who decided. */
  public Optional<String> decidedBy() {
    return Optional.ofNullable(decidedBy);
  }

  public Optional<LocalDate> decidedOn() {
    return Optional.ofNullable(decidedOn);
  }

  /** What a later act on the matter says it has seen. */
  public long version() {
    return version;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
