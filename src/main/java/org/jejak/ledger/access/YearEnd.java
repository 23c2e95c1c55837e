package org.jejak.ledger.access;

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
import org.jejak.ledger.seal.Secrecy;

/** A request to destroy a year of looks, and what became of it. */
@Entity
@Secrecy(PLAIN)
@OutsideFiles
@Table(name = "access_end")
@CheckReturnValue
@SuppressWarnings("UnusedVariable") // read by the query of Years
public class YearEnd implements Recorded {
  /** How far it has come. */
  public enum State {
    REQUESTED,
    WITHDRAWN,
    ENDED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "access_end_seq")
  @SequenceGenerator(name = "access_end_seq", sequenceName = "access_end_seq", allocationSize = 50)
  private Long id;

  private String log;

  @Enumerated(EnumType.STRING)
  private State state;

  private String ground;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "closed_by")
  private String closedBy;

  @Column(name = "closed_at")
  private Instant closedAt;

  private Long size;
  private String root;
  @Embedded private Trail trail;
  @Version private long version;

  protected YearEnd() {}

  YearEnd(String log, String ground, String requestedBy, Instant requestedAt) {
    this.log = log;
    this.state = State.REQUESTED;
    this.ground = ground;
    this.requestedBy = requestedBy;
    this.requestedAt = requestedAt;
    this.trail = Trail.of(Subject.of(log));
  }

  YearEndEvent.Requested requested() {
    return new YearEndEvent.Requested(Subject.of(log), log);
  }

  YearEndEvent.Withdrawn withdraw(String person, Instant at) {
    close(State.WITHDRAWN, person, at);
    return new YearEndEvent.Withdrawn(Subject.of(log), log);
  }

  /**
   * Ends the year.
   *
   * @throws Refusal {@code access.same-person} where one person would do both
   */
  YearEndEvent.Ended end(String person, Instant at, LastCheckpoint last) {
    if (person.equals(requestedBy)) {
      throw Refusal.rule("access.same-person", "whoever asked cannot confirm");
    }
    close(State.ENDED, person, at);
    size = last.size();
    root = last.root();
    return new YearEndEvent.Ended(
        Subject.of(log), log, last.size(), last.root(), last.note(), requestedBy);
  }

  private void close(State to, String person, Instant at) {
    if (state != State.REQUESTED) {
      throw Refusal.rule("access.not-requested", "the request is " + state);
    }
    state = to;
    closedBy = person;
    closedAt = at;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
