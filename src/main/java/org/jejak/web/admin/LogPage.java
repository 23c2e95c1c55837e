package org.jejak.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.KeyRoom;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Logs;
import org.jejak.ledger.MasterKeyRoom;
import org.jejak.ledger.Recovery;
import org.jejak.ledger.log.Obstacle;
import org.jejak.ledger.log.Refill;
import org.jejak.tlog.VerifierKey;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /admin/log.xhtml}: how the log fares, its keys, and the way back after a loss. */
@Named("adminLogPage")
@RequestScoped
@Allow(Permission.MANAGE_LOG)
public class LogPage {
  private static final String HERE = "/admin/log?faces-redirect=true";

  @Inject Logs logs;
  @Inject KeyRoom keyRoom;
  @Inject MasterKeyRoom masterKeyRoom;
  @Inject Recovery recovery;
  @Inject Shell shell;
  @Inject Words words;

  /** Introduces a new key. */
  public String rotate() throws IOException {
    keyRoom.rotate();
    return done("admin.log.rotated");
  }

  /** Ends the former key. */
  public String retire() throws IOException {
    keyRoom.retire();
    return done("admin.log.retired");
  }

  /** Puts back what was published. */
  public String refill() throws IOException {
    Refill.Result result = recovery.refill();
    return done("admin.log.refilled", result.to() - result.from());
  }

  /** Makes a new master key and wraps every data key with it. */
  public String rotateMaster() throws IOException {
    return done("admin.log.master.rotated", masterKeyRoom.rotate());
  }

  /** Wraps the data keys that a rotation left behind. */
  public String finishMaster() {
    return done("admin.log.master.rotated", masterKeyRoom.finish());
  }

  public String getMaster() {
    return masterKeyRoom.current();
  }

  /** How many data keys an earlier master key still opens. */
  public long getMasterLeft() {
    return masterKeyRoom.left();
  }

  public boolean isRecoverable() {
    return recovery.isNeeded();
  }

  /** Why nothing can be recorded, for those who run this; empty while all is well. */
  public String getObstacle() {
    return logs.obstacle(Ledger.RECORDS).map(Obstacle::why).orElse("");
  }

  public long getSize() {
    return logs.size(Ledger.RECORDS);
  }

  /** The oldest entry without a place is not older than so many seconds. */
  public long getWaiting() {
    return logs.oldestWaiting(Ledger.RECORDS).toSeconds();
  }

  public long getFreeMegabytes() {
    return logs.free(Ledger.RECORDS) >> 20;
  }

  public String getOrigin() {
    return logs.records().origin();
  }

  /** The verifier keys of what signs now, the newest first. */
  public List<String> getKeys() {
    return keyRoom.signing().stream().map(VerifierKey::toString).toList();
  }

  public boolean isTwo() {
    return keyRoom.signing().size() > 1;
  }

  private String done(String key, Object... values) {
    shell.tell(words.of(key, values));
    return HERE;
  }
}
