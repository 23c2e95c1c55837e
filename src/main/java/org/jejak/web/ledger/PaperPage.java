package org.jejak.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
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
  @Inject PublishedLog published;
  @Inject Clock clock;

  private String note;

  /** The signed checkpoint, exactly as it is published. */
  public String getNote() throws IOException {
    if (note == null) {
      note =
          published.checkpoint(Ledger.RECORDS).orElseThrow(() -> Refusal.unknown("a checkpoint"));
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
