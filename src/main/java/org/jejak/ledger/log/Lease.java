package org.jejak.ledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Which of several nodes works on a log: a row with a holder and an end, by the database's clock.
 *
 * <p>It only saves work. Two nodes that both believe they hold it meet at the compare-and-swap of
 * the head, where one of them loses.
 */
final class Lease {
  static final Duration TERM = Duration.ofSeconds(5);

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String SERIALIZATION_FAILURE = "40001";

  private final String log;
  private final String holder;
  private long takenAt;
  private boolean mine;

  /**
   * @param holder a random name of this node's run
   */
  Lease(String log, String holder) {
    this.log = log;
    this.holder = holder;
  }

  /** Whether this node is to work now; asks the database when the last answer is old. */
  synchronized boolean isMine(Connection connection) throws SQLException {
    if (!mine || System.nanoTime() - takenAt > TERM.toNanos() / 3) {
      long now = System.nanoTime();
      mine = take(connection);
      takenAt = now;
    }
    return mine;
  }

  /** Lets another node begin at once. */
  synchronized void release(Connection connection) throws SQLException {
    if (mine) {
      try (PreparedStatement end =
          connection.prepareStatement(
              "update ledger_lease set until = clock_timestamp() where log = ? and holder = ?")) {
        end.setString(1, log);
        end.setString(2, holder);
        end.executeUpdate();
      }
      connection.commit();
      mine = false;
    }
  }

  private boolean take(Connection connection) throws SQLException {
    try (Statement relax = connection.createStatement();
        PreparedStatement take =
            connection.prepareStatement(
                "insert into ledger_lease as l (log, holder, until)"
                    + " values (?, ?, clock_timestamp() + ? * interval '1 ms')"
                    + " on conflict (log) do update"
                    + " set holder = excluded.holder, until = excluded.until"
                    + " where l.holder = excluded.holder or l.until < clock_timestamp()")) {
      // A lease that a crash of the database forgets is merely taken again.
      relax.execute("set local synchronous_commit = off");
      // Another node that was paused while it took it must not keep this one waiting.
      relax.execute("set local lock_timeout = '1s'");
      take.setString(1, log);
      take.setString(2, holder);
      take.setLong(3, TERM.toMillis());
      boolean taken = take.executeUpdate() == 1;
      connection.commit();
      return taken;
    } catch (SQLException e) {
      connection.rollback();
      if (SERIALIZATION_FAILURE.equals(e.getSQLState())
          || LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        return false; // another node takes it at this moment
      }
      throw e;
    }
  }
}
