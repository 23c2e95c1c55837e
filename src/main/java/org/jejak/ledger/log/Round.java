package org.jejak.ledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Edge;
import org.jejak.tlog.Merkle;

/**
 * One turn of the sequencer: a transaction that gives committed entries their places and moves the
 * head, or does nothing at all.
 */
final class Round {
  private static final int MOST = 1000;

  /** A committed entry without a place. */
  private record Waiting(long id, byte[] hash) {}

  private final Connection connection;
  private final String log;
  private final LogKeys keys;

  Round(Connection connection, Log log) {
    this.connection = connection;
    this.log = log.name();
    this.keys = log.keys();
  }

  /** The oldest open transaction and the first not yet begun, in this transaction's snapshot. */
  record Snapshot(long xmin, long xmax) {}

  Head head() throws SQLException {
    return Head.of(connection, log);
  }

  Snapshot snapshot() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint"
                    + " from (select pg_current_snapshot() s) now")) {
      row.next();
      return new Snapshot(row.getLong(1), row.getLong(2));
    }
  }

  /**
   * Gives the next entries their places.
   *
   * @param edge moves with them; worthless to the caller if this throws
   * @return how many; fewer than could be, when there are very many
   */
  int advance(Edge edge, Frontier frontier) throws SQLException {
    Snapshot now = snapshot();
    List<Waiting> waiting = new ArrayList<>();
    try (PreparedStatement holes =
        connection.prepareStatement(
            "select id, log = ?, bytes, sha256('\\x00'::bytea || bytes) from ledger_entry"
                + " where id = any (?) order by id")) {
      if (!frontier.holes().isEmpty()) {
        holes.setString(1, log);
        holes.setArray(2, connection.createArrayOf("bigint", frontier.holes().toArray()));
        collect(holes, waiting, frontier, now);
      }
    }
    frontier.bury(now.xmin());
    try (PreparedStatement next =
        connection.prepareStatement(
            "select id, log = ?, bytes, sha256('\\x00'::bytea || bytes) from ledger_entry"
                + " where id > ? order by id limit ?")) {
      next.setString(1, log);
      next.setLong(2, frontier.high());
      next.setInt(3, MOST);
      collect(next, waiting, frontier, now);
    }
    place(waiting, edge);
    return waiting.size();
  }

  /**
   * Gives a place to every visible entry up to the frontier that has none: at the start and now and
   * then, so that nothing is ever lost, whatever the frontier believed.
   *
   * @return how many were found; call again until there are none
   */
  int sweep(Edge edge, Frontier frontier) throws SQLException {
    List<Waiting> waiting = new ArrayList<>();
    try (Statement plan = connection.createStatement();
        PreparedStatement missing =
            connection.prepareStatement(
                "select e.id, true, e.bytes, sha256('\\x00'::bytea || e.bytes) from ledger_entry e"
                    + " where e.log = ? and e.id <= ? and not exists"
                    + " (select 1 from ledger_leaf l where l.entry_id = e.id)"
                    + " order by e.id limit ?")) {
      // A plan made while the tables were empty would be kept, and ruin it.
      plan.execute("set local plan_cache_mode = force_custom_plan");
      missing.setString(1, log);
      missing.setLong(2, frontier.high());
      missing.setInt(3, MOST);
      collect(missing, waiting, frontier, snapshot());
    }
    place(waiting, edge);
    return waiting.size();
  }

  /** The highest id that is visible; 0 where there is none. */
  long highest() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select coalesce(max(id), 0) from ledger_entry")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** One more than the highest placed index. */
  long leaves() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select coalesce(max(idx) + 1, 0) from ledger_leaf where log = ?")) {
      select.setString(1, log);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Hashes each entry here and compares with what the database's own code computed. */
  private void collect(
      PreparedStatement query, List<Waiting> waiting, Frontier frontier, Snapshot now)
      throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        long id = rows.getLong(1);
        if (rows.getBoolean(2)) {
          byte[] hash = Merkle.leaf(rows.getBytes(3));
          if (!Arrays.equals(hash, rows.getBytes(4))) {
            throw new Diverged("entry row " + id + " hashes differently here and in the database");
          }
          waiting.add(new Waiting(id, hash));
        }
        frontier.seen(id, now.xmax());
      }
    }
  }

  private void place(List<Waiting> waiting, Edge edge) throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    Growth growth = new Growth(connection, log, edge);
    waiting.forEach(entry -> growth.add(entry.id(), entry.hash()));
    Checkpoint checkpoint = new Checkpoint(keys.origin(), edge.size(), edge.root());
    growth.write(checkpoint, keys.sign(checkpoint).toString());
  }
}
