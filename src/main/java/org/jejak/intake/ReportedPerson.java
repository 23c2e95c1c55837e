package org.jejak.intake;

import static org.jejak.ledger.seal.Secrecy.Level.NARRATIVE;
import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jejak.identity.Nip;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/** Somebody a report names: the reporter's words, and the person of the directory where known. */
@Entity
@Secrecy(PLAIN)
@Table(name = "reported_person")
@SuppressWarnings("UnusedVariable") // the columns that only the database and the ledger read
public class ReportedPerson implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reported_person_seq")
  @SequenceGenerator(
      name = "reported_person_seq",
      sequenceName = "reported_person_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(optional = false)
  private Report report;

  @Column(name = "nr")
  private int nr;

  @Secrecy(NARRATIVE)
  private Narrative name;

  private Nip nip;

  @Secrecy(NARRATIVE)
  private Narrative position;

  @Column(name = "person_handle")
  private String personHandle;

  @Version private long version;
  @Embedded private Trail trail;

  protected ReportedPerson() {}

  ReportedPerson(Report report, int nr, PersonNamed named, Nip nip, String personHandle) {
    this.report = report;
    this.nr = nr;
    this.name = Narrative.of(report.handle(), named.name());
    this.nip = nip;
    this.position = Narrative.of(report.handle(), named.position());
    this.personHandle = personHandle;
    this.trail = Trail.of(report.subject());
  }

  public String name() {
    return name.text();
  }

  /** The number the reporter gave; {@code null} where they gave none. */
  public Nip nip() {
    return nip;
  }

  public String position() {
    return Narrative.textOf(position);
  }

  /** The handle of the person with this NIP in the directory; {@code null} where unknown. */
  public String personHandle() {
    return personHandle;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
