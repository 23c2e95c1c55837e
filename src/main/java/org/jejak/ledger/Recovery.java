package org.jejak.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jejak.base.Refusal;
import org.jejak.ledger.log.Diverged;
import org.jejak.ledger.log.Log;
import org.jejak.ledger.log.Obstacle;
import org.jejak.ledger.log.Refill;

/** The way back from a restored backup: what was published is put back into the database. */
@ApplicationScoped
public class Recovery {
  @Resource(lookup = "java:app/jejak")
  DataSource application;

  @Resource(lookup = "java:app/sequencer")
  DataSource sequencer;

  @Inject Logs logs;
  @Inject RecordRefill record;

  /** Whether the log refuses because the database is older than what outsiders have seen. */
  public boolean isNeeded() {
    return logs.obstacle(Ledger.RECORDS)
        .filter(obstacle -> obstacle.kind() == Obstacle.Kind.RESTORED)
        .isPresent();
  }

  /**
   * Refills {@code records} from its published bundles, opens it again, and records that.
   *
   * @throws Refusal {@code ledger.whole} where nothing is missing, {@code ledger.lost} where the
   *     published files do not continue this database; nothing was changed then
   */
  public synchronized Refill.Result refill() throws IOException {
    if (!isNeeded()) {
      throw new Refusal(Refusal.Kind.RULE, "ledger.whole", "the log refuses nothing");
    }
    Refill.Result result = refill(logs.records());
    logs.close(Ledger.RECORDS);
    Log unused = logs.open(Ledger.RECORDS);
    if (logs.obstacle(Ledger.RECORDS).isEmpty()) {
      record.run(Ledger.RECORDS, result);
    }
    return result;
  }

  private Refill.Result refill(Log log) throws IOException {
    try (Connection writing = application.getConnection();
        Connection placing = sequencer.getConnection()) {
      writing.setAutoCommit(false);
      placing.setAutoCommit(false);
      try {
        return new Refill(log, Recovery::columns).run(writing, placing);
      } finally {
        writing.rollback(); // whatever was not committed
        placing.rollback();
        writing.setAutoCommit(true);
        placing.setAutoCommit(true);
      }
    } catch (Diverged e) {
      Refusal refusal = new Refusal(Refusal.Kind.RULE, "ledger.lost", e.getMessage());
      refusal.initCause(e);
      throw refusal;
    } catch (SQLException e) {
      throw new IOException("the database could not be refilled: " + e.getMessage(), e);
    }
  }

  private static Refill.Columns columns(byte[] entry) {
    JsonObject json = Format.parse(entry);
    return new Refill.Columns(
        json.getString("case"),
        json.getJsonNumber("seq").longValueExact(),
        json.getString("n"),
        json.getString("req"));
  }
}
