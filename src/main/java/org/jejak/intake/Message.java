package org.jejak.intake;

import static org.jejak.ledger.seal.Secrecy.Level.NARRATIVE;
import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/** One message between the reporter and the office. It is never changed. */
@Entity
@Secrecy(PLAIN)
@Table(name = "report_message")
@SuppressWarnings("UnusedVariable") // the columns that only the database and the ledger read
public class Message implements Recorded {
  /** Who wrote. The reporter never learns which person of the office it was. */
  public enum Author {
    REPORTER,
    OFFICE
  }

  /** The longest message, in characters. */
  public static final int LONGEST = 10_000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "report_message_seq")
  @SequenceGenerator(
      name = "report_message_seq",
      sequenceName = "report_message_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(optional = false)
  private Report report;

  @Column(name = "nr")
  private int nr;

  @Enumerated(EnumType.STRING)
  private Author author;

  @Column(name = "writer")
  private String writer;

  @Secrecy(NARRATIVE)
  private Narrative text;

  @Column(name = "sent_on")
  private LocalDate sentOn;

  @Column(name = "form_key")
  private String formKey;

  @Version private long version;
  @Embedded private Trail trail;

  protected Message() {}

  Message(
      Report report,
      int nr,
      Author author,
      String writer,
      String text,
      LocalDate sentOn,
      String formKey) {
    this.report = report;
    this.nr = nr;
    this.author = author;
    this.writer = writer;
    this.text = Narrative.of(report.handle(), text);
    this.sentOn = sentOn;
    this.formKey = formKey;
    this.trail = Trail.of(report.subject());
  }

  /** Its place in the conversation, from 1. */
  public int nr() {
    return nr;
  }

  public Author author() {
    return author;
  }

  /** The handle of the person of the office who wrote; {@code null} for the reporter. */
  public String writer() {
    return writer;
  }

  public String text() {
    return text.text();
  }

  public LocalDate sentOn() {
    return sentOn;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
