package org.jejak.erasure;

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
import org.jejak.base.Handle;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseFile;
import org.jejak.cases.CaseNumber;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/** One erasure of one case, from the wish of one custodian to the act of another. */
@Entity
@Secrecy(PLAIN)
@Table(name = "erasure")
@CheckReturnValue
public class Erasure implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "erasure_seq")
  @SequenceGenerator(name = "erasure_seq", sequenceName = "erasure_seq", allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String handle;

  @Column(name = "file", updatable = false)
  private String file;

  @Column(updatable = false)
  private CaseNumber number;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Ground ground;

  @Column(updatable = false)
  @Secrecy(NARRATIVE)
  private Narrative basis;

  @Enumerated(EnumType.STRING)
  private ErasureStage stage;

  @Column(name = "asked_by", updatable = false)
  private String askedBy;

  @Column(name = "asked_at", updatable = false)
  private Instant askedAt;

  @Column(name = "ended_by")
  private String endedBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Embedded private Trail trail;
  @Version private long version;

  protected Erasure() {}

  Erasure(CaseFile erased, Ground ground, String basis, String askedBy, Instant askedAt) {
    this.handle = Handle.random();
    this.trail = Trail.of(Subject.of(handle));
    this.file = erased.handle();
    this.number = erased.number();
    this.ground = ground;
    this.basis = Narrative.of(handle, basis);
    this.stage = ErasureStage.ASKED;
    this.askedBy = askedBy;
    this.askedAt = askedAt;
  }

  ErasureEvent.Asked asked() {
    return new ErasureEvent.Asked(subject(), file, ground);
  }

  /**
   * A second person carries it out.
   *
   * @throws Refusal {@code erasure.same-person}, {@code erasure.ended}
   */
  ErasureEvent.Done done(String by, Instant at) {
    if (by.equals(askedBy)) {
      throw Refusal.rule("erasure.same-person", "who asked for an erasure does not carry it out");
    }
    end(ErasureStage.DONE, by, at);
    return new ErasureEvent.Done(subject(), file, ground, askedBy);
  }

  /**
   * @throws Refusal {@code erasure.ended}
   */
  ErasureEvent.Withdrawn withdrawn(String by, Instant at) {
    end(ErasureStage.WITHDRAWN, by, at);
    return new ErasureEvent.Withdrawn(subject(), file);
  }

  private void end(ErasureStage how, String by, Instant at) {
    if (stage != ErasureStage.ASKED) {
      throw Refusal.rule("erasure.ended", "the erasure of " + number + " is " + stage, number);
    }
    this.stage = how;
    this.endedBy = by;
    this.endedAt = at;
  }

  private Subject subject() {
    return Subject.of(handle);
  }

  /** The handle of the case that is, or was, erased. */
  public String file() {
    return file;
  }

  /** The number of that case. */
  public CaseNumber number() {
    return number;
  }

  public Ground ground() {
    return ground;
  }

  /** The order, the request or the schedule on which it rests. */
  public String basis() {
    return basis.text();
  }

  public ErasureStage stage() {
    return stage;
  }

  /** The handle of the custodian who asked. */
  public String askedBy() {
    return askedBy;
  }

  public Instant askedAt() {
    return askedAt;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
