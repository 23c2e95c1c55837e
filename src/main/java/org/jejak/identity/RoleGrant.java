package org.jejak.identity;

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
import org.jejak.base.Refusal;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.access.OutsideFiles;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/** A role that somebody was given, until it is taken back. */
@Entity
@Secrecy(PLAIN)
@OutsideFiles
@Table(name = "role_grant")
@CheckReturnValue
public class RoleGrant implements Recorded {
  private static final int SHORTEST_REASON = 5;
  private static final int LONGEST_REASON = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "role_grant_seq")
  @SequenceGenerator(name = "role_grant_seq", sequenceName = "role_grant_seq", allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String person;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Role role;

  @Column(updatable = false)
  @Secrecy(NARRATIVE)
  private Narrative reason;

  @Column(name = "granted_by", updatable = false)
  private String grantedBy;

  @Column(name = "granted_at", updatable = false)
  private Instant grantedAt;

  @Column(name = "ended_by")
  private String endedBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "end_reason")
  @Secrecy(NARRATIVE)
  private Narrative endReason;

  @Embedded private Trail trail;
  @Version private long version;

  protected RoleGrant() {}

  RoleGrant(String person, Role role, String reason, String grantedBy, Instant grantedAt) {
    this.person = person;
    this.role = role;
    this.reason = Narrative.of(person, reason);
    this.grantedBy = grantedBy;
    this.grantedAt = grantedAt;
    this.trail = Trail.of(Subject.of(person));
  }

  /** A reason that somebody typed, as it is kept. */
  static String reason(String typed) {
    String reason = typed == null ? "" : typed.strip();
    if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
      throw Refusal.invalid(
          "role.reason",
          "a reason has %d to %d characters".formatted(SHORTEST_REASON, LONGEST_REASON),
          SHORTEST_REASON,
          LONGEST_REASON);
    }
    return reason;
  }

  IdentityEvent.RoleGranted granted() {
    return new IdentityEvent.RoleGranted(Subject.of(person), role);
  }

  IdentityEvent.RoleRevoked end(String by, Instant at, String why) {
    this.endedBy = by;
    this.endedAt = at;
    this.endReason = Narrative.of(person, why);
    return new IdentityEvent.RoleRevoked(Subject.of(person), role);
  }

  boolean isOf(String somebody) {
    return person.equals(somebody);
  }

  public Role role() {
    return role;
  }

  public boolean holds() {
    return endedAt == null;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
