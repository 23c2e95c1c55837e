package org.jejak.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.PublishedLog;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.SignedNote;

/**
 * Page {@code /ledger/paper.xhtml}: the newest checkpoint on one sheet, for a witness who has a
 * safe and no server.
 */
@Named
@RequestScoped
@Allow(Permission.VERIFY_LEDGER)
public class PaperPage {
  /** Bytes of an Ed25519 cosignature with its time; one of ML-DSA has 2,428. */
  private static final int LONGEST = 72;

  @Inject PublishedLog published;
  @Inject Clock clock;

  private String note;

  /** The checkpoint as it is published, but for signatures that are too long for paper. */
  public String getNote() throws IOException {
    if (note == null) {
      SignedNote whole =
          SignedNote.parse(
              published
                  .checkpoint(Ledger.RECORDS)
                  .orElseThrow(() -> Refusal.unknown("a checkpoint")));
      List<SignedNote.Line> lines =
          whole.lines().stream().filter(line -> line.signature().length <= LONGEST).toList();
      note = new SignedNote(whole.text(), lines).toString();
    }
    return note;
  }

  public Checkpoint getCheckpoint() throws IOException {
    return Checkpoint.parse(SignedNote.parse(getNote()).text());
  }

  /** All of it, so that a telephone can read what a typist would get wrong. */
  public QrPicture getQr() throws IOException {
    return QrPicture.of(getNote());
  }

  public String getRoot() throws IOException {
    return getCheckpoint().text().lines().toList().get(2);
  }

  public Instant getNow() {
    return clock.instant();
  }
}
