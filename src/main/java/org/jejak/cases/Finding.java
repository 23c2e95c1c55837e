package org.jejak.cases;

import static org.jejak.ledger.seal.Secrecy.Level.NARRATIVE;
import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/**
 * What the examination found on one matter. A correction before the decision is a further row; the
 * newest counts.
 */
@Entity
@Secrecy(PLAIN)
@Table(name = "case_finding")
@CheckReturnValue
public class Finding implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_finding_seq")
  @SequenceGenerator(
      name = "case_finding_seq",
      sequenceName = "case_finding_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "case_id", updatable = false)
  private CaseFile file;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "matter_id", updatable = false)
  private Matter matter;

  @Column(updatable = false)
  private int revision;

  @Column(updatable = false)
  private boolean proven;

  @Column(updatable = false)
  @Secrecy(NARRATIVE)
  private Narrative facts;

  @Column(updatable = false)
  private String author;

  @Column(name = "written_at", updatable = false)
  private Instant writtenAt;

  @Embedded private Trail trail;
  @Version private long version;

  protected Finding() {}

  Finding(
      CaseFile file,
      Matter matter,
      int revision,
      boolean proven,
      String facts,
      String author,
      Instant writtenAt) {
    this.file = file;
    this.matter = matter;
    this.revision = revision;
    this.proven = proven;
    this.facts = Narrative.of(file.handle(), facts);
    this.author = author;
    this.writtenAt = writtenAt;
    this.trail = Trail.of(file.subject());
  }

  public CaseFile file() {
    return file;
  }

  public Matter matter() {
    return matter;
  }

  /** Which finding on its matter this is, from 1. */
  public int revision() {
    return revision;
  }

  public boolean proven() {
    return proven;
  }

  public String facts() {
    return facts.text();
  }

  /** The handle of the person who found it. */
  public String author() {
    return author;
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
