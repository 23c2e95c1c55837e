package org.jejak.ledger.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jejak.tlog.Edge;

/**
 * Gives committed entries their places, turn by turn. What it carries from turn to turn is thrown
 * away whole when anything goes wrong; it never repeats a failed swap from memory.
 */
final class LogWriter {
  private static final Duration SWEEP = Duration.ofHours(1);

  /** The tree's edge and what has been looked at. */
  private record Place(Edge edge, Frontier frontier) {}

  private final Log log;
  private final Guard guard;
  private final LongConsumer grown;
  private final BooleanSupplier ending;
  private Place place;
  private long lastSweep;
  private volatile long backlog;

  /**
   * @param grown hears of each new size after it is committed and in the high-water file
   * @param ending asked between rounds
   */
  LogWriter(Log log, LongConsumer grown, BooleanSupplier ending) {
    this.log = log;
    this.guard = new Guard(log);
    this.grown = grown;
    this.ending = ending;
  }

  /** Forgets everything; the next turn begins with the guard. */
  void forget() {
    place = null;
  }

  /** How many ids were not looked at when the last turn ended. */
  long backlog() {
    return backlog;
  }

  /** Places what waits, in as many rounds as that takes. */
  void turn(Connection connection) throws SQLException, IOException {
    boolean whole = false;
    try {
      if (place == null) {
        load(connection);
      }
      rounds(connection);
      whole = true;
    } finally {
      if (!whole) {
        forget();
      }
    }
  }

  private void rounds(Connection connection) throws SQLException, IOException {
    boolean again = true;
    while (again && !ending.getAsBoolean()) {
      Round round = new Round(connection, log);
      demandUnmoved(round.head());
      int placed = round.advance(place.edge(), place.frontier());
      long highest = round.highest();
      long xmin = round.snapshot().xmin();
      connection.commit();
      backlog = highest - place.frontier().high();
      if (placed > 0) {
        committed(connection);
      }
      boolean due = place.frontier().sweepIsDue(xmin);
      if (due || System.nanoTime() - lastSweep > SWEEP.toNanos()) {
        sweep(connection);
      }
      if (due) {
        place.frontier().swept();
      }
      again = backlog > 0;
    }
  }

  private void load(Connection connection) throws SQLException, IOException {
    Edge edge = guard.demandWhole(connection);
    Round round = new Round(connection, log);
    Frontier frontier = new Frontier(round.highest(), round.snapshot().xmax());
    connection.commit();
    place = new Place(edge, frontier);
    grown.accept(edge.size());
    sweep(connection);
  }

  private void demandUnmoved(Head head) throws SQLException {
    Edge edge = place.edge();
    if (head.size() != edge.size() || !Arrays.equals(head.root(), edge.root())) {
      throw new SQLException("the head has moved: somebody else is at work");
    }
  }

  private void sweep(Connection connection) throws SQLException, IOException {
    lastSweep = System.nanoTime();
    int placed;
    do {
      Round round = new Round(connection, log);
      demandUnmoved(round.head());
      placed = round.sweep(place.edge(), place.frontier());
      connection.commit();
      if (placed > 0) {
        committed(connection);
      }
    } while (placed > 0 && !ending.getAsBoolean());
  }

  private void committed(Connection connection) throws SQLException, IOException {
    Head head = new Round(connection, log).head();
    connection.commit();
    log.highWater().raise(head.size(), head.note());
    grown.accept(head.size());
  }
}
