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
 * One wording of an inner note. Editing writes a further row; what stood there before stays, and
 * two people who edit at once cannot both write the same revision.
 */
@Entity
@Secrecy(PLAIN)
@Table(name = "case_note")
@CheckReturnValue
public class CaseNote implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_note_seq")
  @SequenceGenerator(name = "case_note_seq", sequenceName = "case_note_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "case_id", updatable = false)
  private CaseFile file;

  @Column(updatable = false)
  private int no;

  @Column(updatable = false)
  private int revision;

  @Column(updatable = false)
  @Secrecy(NARRATIVE)
  private Narrative text;

  @Column(updatable = false)
  private String author;

  @Column(name = "written_at", updatable = false)
  private Instant writtenAt;

  @Embedded private Trail trail;
  @Version private long version;

  protected CaseNote() {}

  CaseNote(CaseFile file, int no, int revision, String text, String author, Instant writtenAt) {
    this.file = file;
    this.no = no;
    this.revision = revision;
    this.text = Narrative.of(file.handle(), text);
    this.author = author;
    this.writtenAt = writtenAt;
    this.trail = Trail.of(file.subject());
  }

  /** The next wording, in place of this one, if this is what the writer saw. */
  CaseNote reworded(Long seen, String newText, String by, Instant now) {
    Seen.demand(seen, revision);
    return new CaseNote(file, no, revision + 1, newText, by, now);
  }

  /** Counted within the case, from 1; the same for all wordings. */
  public int no() {
    return no;
  }

  /** Which wording this is, from 1: what a later edit says it has seen. */
  public int revision() {
    return revision;
  }

  public String text() {
    return text.text();
  }

  /** The handle of the person who wrote this wording. */
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
