package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jejak.tlog.Merkle;

/** The log {@code records} of a database, grown and published as a node does it. */
public final class GrownLog {
  private final DataSource application;
  private final Node.Place place;
  private final Writers writers;

  private GrownLog(DataSource application, Node.Place place, boolean begun) throws IOException {
    this.application = application;
    this.place = place;
    Log log = place.log(new Disk());
    log.open(begun, key -> false);
    this.writers =
        new Writers(
            application, "records", new History(place.sequencer(), log, place.publication()));
  }

  /** Begins the log in an empty database. */
  public static GrownLog begun(
      DataSource application, DataSource sequencer, Path keys, Path publication)
      throws IOException {
    return new GrownLog(
        application,
        new Node.Place(sequencer, "records", keys, publication, Clock.systemUTC()),
        false);
  }

  /** The log of a database that has one. */
  public static GrownLog again(
      DataSource application, DataSource sequencer, Path keys, Path publication)
      throws IOException {
    return again(application, sequencer, "example.org/log/records", keys, publication);
  }

  /** The same, under this origin. */
  public static GrownLog again(
      DataSource application, DataSource sequencer, String origin, Path keys, Path publication)
      throws IOException {
    return new GrownLog(
        application,
        new Node.Place(sequencer, "records", origin, keys, publication, Clock.systemUTC()),
        true);
  }

  /** Records, places and publishes so many entries. */
  public void grow(int entries) throws SQLException, IOException {
    writers.write(entries);
    work();
  }

  /**
   * Does a turn.
   *
   * @throws IllegalStateException when the database is not what was published
   */
  public void work() throws SQLException, IOException {
    Node node = new Node(place, step -> {});
    node.work();
    node.publish();
  }

  /** Puts back what was published. */
  public void refill() throws SQLException, IOException {
    Log log = place.log(new Disk());
    log.open(true, key -> false);
    try (Connection writing = application.getConnection();
        Connection placing = place.sequencer().getConnection()) {
      writing.setAutoCommit(false);
      placing.setAutoCommit(false);
      Refill.Result unused = new Refill(log, GrownLog::columns).run(writing, placing);
    }
  }

  /** How many entries have their place. */
  public long size() throws SQLException {
    try (Connection connection = application.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from ledger_leaf")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** What {@link Writers} puts beside an entry. */
  static Refill.Columns columns(byte[] entry) {
    String id = HexFormat.of().formatHex(Merkle.leaf(entry)).substring(0, 32);
    return new Refill.Columns(id, 1, id, id);
  }
}
