package org.jejak.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The same row as a {@link CaseNote}, in a table that nothing guards. */
@Entity
@Table(name = "bare_note")
public class BareNote {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bare_note_seq")
  @SequenceGenerator(name = "bare_note_seq", sequenceName = "bare_note_seq", allocationSize = 50)
  private Long id;

  @Column(name = "case_number")
  private String number;

  private int no;
  private String text;
  private String author;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Version private long version;

  protected BareNote() {}

  BareNote(String number, int no, String text, String author, Instant writtenAt) {
    this.number = number;
    this.no = no;
    this.text = text;
    this.author = author;
    this.writtenAt = writtenAt;
  }
}
