package org.jejak.identity;

import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
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

/** Somebody who must neither see nor handle a file. Never lifted. */
@Entity
@Secrecy(PLAIN)
@OutsideFiles
@Table(name = "shut_out")
@CheckReturnValue
public class ShutOut implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shut_out_seq")
  @SequenceGenerator(name = "shut_out_seq", sequenceName = "shut_out_seq", allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String file;

  @Column(updatable = false)
  private String person;

  private String ground;

  @Column(updatable = false)
  private Instant since;

  @Embedded private Trail trail;
  @Version private long version;

  protected ShutOut() {}

  ShutOut(String file, String person, String ground, Instant since) {
    this.file = file;
    this.person = person;
    this.ground = ground;
    this.since = since;
    this.trail = Trail.of(Subject.of(file));
  }

  /** Somebody who was out for another reason turns out to be what the file is about. */
  void becomeSubject() {
    this.ground = Seats.SUBJECT;
  }

  boolean isOf(String someFile, String somebody) {
    return file.equals(someFile) && person.equals(somebody);
  }

  String file() {
    return file;
  }

  String person() {
    return person;
  }

  String ground() {
    return ground;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
