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

/** Somebody's seat on a file. It stands under the entry of the command that gave or ended it. */
@Entity
@Secrecy(PLAIN)
@OutsideFiles
@Table(name = "seat")
@CheckReturnValue
public class SeatHeld implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seat_seq")
  @SequenceGenerator(name = "seat_seq", sequenceName = "seat_seq", allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String file;

  @Column(updatable = false)
  private String person;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Seat seat;

  @Column(name = "from_at", updatable = false)
  private Instant from;

  @Column(name = "until_at")
  private Instant until;

  @Embedded private Trail trail;
  @Version private long version;

  protected SeatHeld() {}

  SeatHeld(String file, String person, Seat seat, Instant from) {
    this.file = file;
    this.person = person;
    this.seat = seat;
    this.from = from;
    this.trail = Trail.of(Subject.of(file));
  }

  void end(Instant at) {
    this.until = at;
  }

  boolean isOf(String somebody, Seat capacity) {
    return person.equals(somebody) && seat == capacity;
  }

  boolean holds() {
    return until == null;
  }

  String file() {
    return file;
  }

  String person() {
    return person;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
