package org.jejak.intake;

import static org.jejak.ledger.seal.Secrecy.Level.ENVELOPE;
import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Envelope;
import org.jejak.ledger.seal.Secrecy;

/**
 * Who reported, sealed. No finder reads it and no page shows it: the only way in is the envelope
 * that two custodians open together, which takes this row's bytes as they are.
 */
@Entity
@Secrecy(PLAIN)
@Table(name = "reporter_identity")
@SuppressWarnings("UnusedVariable") // read by nobody, on purpose
public class ReporterIdentity implements Recorded {
  @Id private String handle;

  @Secrecy(ENVELOPE)
  private Envelope sealed;

  @Version private long version;
  @Embedded private Trail trail;

  protected ReporterIdentity() {}

  ReporterIdentity(Subject subject, byte[] sealed) {
    this.handle = subject.handle();
    this.sealed = Envelope.of(sealed);
    this.trail = Trail.of(subject);
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
