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
import java.util.Optional;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/** Somebody a case is about: a person in the directory, or one whom it only names. */
@Entity
@Secrecy(PLAIN)
@Table(name = "case_subject")
@CheckReturnValue
public class CaseSubject implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_subject_seq")
  @SequenceGenerator(
      name = "case_subject_seq",
      sequenceName = "case_subject_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "case_id", updatable = false)
  private CaseFile file;

  @Column(updatable = false)
  private int no;

  @Column(updatable = false)
  private String person;

  @Column(updatable = false)
  @Secrecy(NARRATIVE)
  private Narrative name;

  @Column(updatable = false)
  @Secrecy(NARRATIVE)
  private Narrative position;

  @Embedded private Trail trail;
  @Version private long version;

  protected CaseSubject() {}

  /** {@code person} is the handle of somebody in the directory, or {@code null}. */
  CaseSubject(CaseFile file, int no, String person, String name, String position) {
    this.file = file;
    this.no = no;
    this.person = person;
    this.name = Narrative.of(file.handle(), name);
    this.position = Narrative.of(file.handle(), position);
    this.trail = Trail.of(file.subject());
  }

  public CaseFile file() {
    return file;
  }

  /** Counted within the case, from 1. */
  public int no() {
    return no;
  }

  /** The handle of the person in the directory; empty for an outsider. */
  public Optional<String> person() {
    return Optional.ofNullable(person);
  }

  /** As written down when the case was opened. */
  public String name() {
    return name.text();
  }

  /** As written down when the case was opened: people move, the case keeps what they were. */
  public Optional<String> position() {
    return Optional.ofNullable(Narrative.textOf(position));
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
