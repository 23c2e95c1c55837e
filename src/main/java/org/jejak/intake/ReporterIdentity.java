package org.jejak.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;

/**
 * Who reported, sealed. No finder reads it and no page shows it: the only way in is the envelope
 * that two custodians open together, which takes this row's bytes as they are.
 */
@Entity
@Table(name = "reporter_identity")
@SuppressWarnings("UnusedVariable") // read by nobody, on purpose
public class ReporterIdentity implements Recorded {
  @Id private String handle;

  @Column(name = "sealed")
  private byte[] sealed;

  @Version private long version;
  @Embedded private Trail trail;

  protected ReporterIdentity() {}

  ReporterIdentity(Subject subject, byte[] sealed) {
    this.handle = subject.handle();
    this.sealed = sealed.clone();
    this.trail = Trail.of(subject);
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
