package org.jejak.identity;

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
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.access.OutsideFiles;
import org.jejak.ledger.seal.Secrecy;

/** Two people who are close: neither may handle a matter about the other. */
@Entity
@Secrecy(PLAIN)
@OutsideFiles
@Table(name = "tie")
@CheckReturnValue
public class Tie implements Recorded {
  /** What the other one is to the person who declares it. */
  public enum Kind {
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    IN_LAW,
    HOUSEHOLD
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tie_seq")
  @SequenceGenerator(name = "tie_seq", sequenceName = "tie_seq", allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String person;

  @Column(updatable = false)
  private String other;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Kind kind;

  @Column(name = "declared_at", updatable = false)
  private Instant declaredAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Embedded private Trail trail;
  @Version private long version;

  protected Tie() {}

  Tie(String person, String other, Kind kind, Instant declaredAt) {
    this.person = person;
    this.other = other;
    this.kind = kind;
    this.declaredAt = declaredAt;
    this.trail = Trail.of(Subject.of(person));
  }

  IdentityEvent.TieDeclared declared() {
    return new IdentityEvent.TieDeclared(Subject.of(person), kind, other);
  }

  public String person() {
    return person;
  }

  public String other() {
    return other;
  }

  public Kind kind() {
    return kind;
  }

  public boolean holds() {
    return endedAt == null;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
