package org.jejak.declarations;

import static org.jejak.ledger.seal.Secrecy.Level.NARRATIVE;
import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/** What one person declared on one day, and the superior's answer to it. */
@Entity
@Secrecy(PLAIN)
@CheckReturnValue
public class Declaration implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "declaration_seq")
  @SequenceGenerator(
      name = "declaration_seq",
      sequenceName = "declaration_seq",
      allocationSize = 50)
  private Long id;

  private String handle;
  private DeclarationNumber number;
  private String declarant;
  private String unit;

  @Enumerated(EnumType.STRING)
  private DeclarationKind kind;

  @Column(name = "for_year")
  private int forYear;

  @Column(name = "filed_at")
  private Instant filedAt;

  @Column(name = "filed_on")
  private LocalDate filedOn;

  @Column(name = "due_on")
  private LocalDate dueOn;

  private String reviewer;

  @Enumerated(EnumType.STRING)
  private DeclarationStage stage;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  private String control;

  @Column(name = "control_owner")
  private String controlOwner;

  @Column(name = "control_until")
  private LocalDate controlUntil;

  @Column(name = "decision_reason")
  @Secrecy(NARRATIVE)
  private Narrative decisionReason;

  @OneToMany(mappedBy = "declaration", cascade = CascadeType.PERSIST)
  @OrderBy("place")
  private List<Interest> interests = new ArrayList<>();

  @Embedded private Trail trail;

  @Version
  @Column(name = "version")
  private long version;

  protected Declaration() {}

  /**
   * Who declares, when, and to whom.
   *
   * @param declarant the person's handle
   * @param unit handle of their unit
   * @param reviewer handle of the superior who is to decide
   * @param at the moment, {@code on} the same in the agency's zone
   */
  record Filing(String declarant, String unit, String reviewer, Instant at, LocalDate on) {}

  /** The yearly list of private interests; an empty one says that there is nothing to declare. */
  static Declaration yearly(
      Filing filing, int year, LocalDate dueOn, List<Interest.Stated> interests) {
    return new Declaration(filing, DeclarationKind.YEARLY, year, dueOn, interests);
  }

  /** A conflict in a matter at hand. */
  static Declaration actual(Filing filing, List<Interest.Stated> interests) {
    if (interests.stream().noneMatch(i -> i.nature() == InterestNature.ACTUAL)) {
      throw Refusal.invalid(
          "declaration.nothing-actual",
          "a declaration of an actual conflict names at least one actual interest");
    }
    return new Declaration(filing, DeclarationKind.ACTUAL, filing.on().getYear(), null, interests);
  }

  private Declaration(
      Filing filing,
      DeclarationKind kind,
      int forYear,
      LocalDate dueOn,
      List<Interest.Stated> stated) {
    this.handle = Handle.random();
    this.trail = Trail.of(subject());
    this.number = DeclarationNumber.random();
    this.declarant = filing.declarant();
    this.unit = filing.unit();
    this.reviewer = filing.reviewer();
    this.kind = kind;
    this.forYear = forYear;
    this.filedAt = filing.at();
    this.filedOn = filing.on();
    this.dueOn = dueOn;
    this.stage = DeclarationStage.FILED;
    for (Interest.Stated one : stated) {
      interests.add(new Interest(this, interests.size() + 1, one));
    }
  }

  DeclarationEvent.Filed filed() {
    return new DeclarationEvent.Filed(
        subject(),
        kind,
        forYear,
        filedOn,
        dueOn,
        unit,
        interests.stream().map(Interest::source).toList(),
        (int) interests.stream().filter(i -> i.nature() == InterestNature.ACTUAL).count(),
        reviewer);
  }

  /**
   * The superior's answer.
   *
   * @param on the day of the decision in the agency's zone
   * @param readVersion the version on which the superior decided
   */
  DeclarationEvent.Decided decide(DeclarationDecision decision, LocalDate on, long readVersion) {
    mustBeReviewer(decision.by());
    if (!stage.next().contains(DeclarationStage.DECIDED)) {
      throw Refusal.rule(
          "declaration.stage",
          "declaration %s is %s; it cannot be decided again".formatted(number, stage),
          number.value());
    }
    mustBeAt(readVersion);
    if (decision instanceof DeclarationDecision.Controlled set) {
      if (!set.until().isAfter(on)) {
        throw Refusal.invalid(
            "declaration.until-past",
            "the control's last day %s is not after %s".formatted(set.until(), on),
            set.until());
      }
      controlOwner = set.owner();
      controlUntil = set.until();
    }
    stage = DeclarationStage.DECIDED;
    control = decision.code();
    decidedBy = decision.by();
    decidedAt = decision.at();
    decisionReason = Narrative.of(declarant, decision.reason());
    return new DeclarationEvent.Decided(subject(), control, controlOwner, controlUntil, on);
  }

  /** The reviewer steps aside for their own superior. */
  DeclarationEvent.ReviewPassedOn passOn(String from, String to, long readVersion) {
    mustBeReviewer(from);
    if (stage != DeclarationStage.FILED) {
      throw Refusal.rule(
          "declaration.stage",
          "declaration %s is %s; nobody needs to decide it any more".formatted(number, stage),
          number.value());
    }
    mustBeAt(readVersion);
    if (to.equals(declarant)) {
      throw new IllegalStateException("declaration %s would be its declarant's".formatted(number));
    }
    reviewer = to;
    return new DeclarationEvent.ReviewPassedOn(subject(), from, to);
  }

  private void mustBeReviewer(String person) {
    if (person.equals(declarant)) {
      throw new Refusal(
          Refusal.Kind.FORBIDDEN,
          "declaration.own",
          "nobody decides on their own declaration " + number,
          number.value());
    }
    if (!person.equals(reviewer)) {
      throw new Refusal(
          Refusal.Kind.FORBIDDEN,
          "declaration.not-reviewer",
          "declaration %s is for another superior to decide".formatted(number),
          number.value());
    }
  }

  private void mustBeAt(long readVersion) {
    if (version != readVersion) {
      throw new Refusal(
          Refusal.Kind.STALE,
          "stale",
          "declaration %s is at version %d, not %d".formatted(number, version, readVersion),
          readVersion,
          version);
    }
  }

  /** What somebody declares describes them. */
  @Override
  public Subject describes() {
    return Subject.of(declarant);
  }

  final Subject subject() {
    return Subject.of(handle);
  }

  /** The decision, once there is one. */
  public Optional<DeclarationDecision> decision() {
    if (stage != DeclarationStage.DECIDED) {
      return Optional.empty();
    }
    return Optional.of(
        controlOwner == null
            ? new DeclarationDecision.NoConflict(
                decidedBy, decidedAt, Narrative.textOf(decisionReason))
            : new DeclarationDecision.Controlled(
                decidedBy,
                decidedAt,
                Narrative.textOf(decisionReason),
                control,
                controlOwner,
                controlUntil));
  }

  /** Whether the declarant must not decide in the matter until the superior has spoken. */
  public boolean pauses() {
    return stage == DeclarationStage.FILED
        && interests.stream().anyMatch(i -> i.nature() == InterestNature.ACTUAL);
  }

  public String handle() {
    return handle;
  }

  public DeclarationNumber number() {
    return number;
  }

  public String declarant() {
    return declarant;
  }

  public String reviewer() {
    return reviewer;
  }

  /** Handle of the declarant's unit on the day of filing. */
  public String unit() {
    return unit;
  }

  public DeclarationKind kind() {
    return kind;
  }

  public int forYear() {
    return forYear;
  }

  public Instant filedAt() {
    return filedAt;
  }

  public LocalDate filedOn() {
    return filedOn;
  }

  /** Last day for a yearly list; empty for an actual conflict. */
  public Optional<LocalDate> dueOn() {
    return Optional.ofNullable(dueOn);
  }

  public DeclarationStage stage() {
    return stage;
  }

  public List<Interest> interests() {
    return List.copyOf(interests);
  }

  public long version() {
    return version;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
