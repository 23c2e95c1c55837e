package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jejak.base.Handle;

/**
 * One node that works on a log, without threads: a test says when it does what, and when it dies.
 */
final class Node {
  private final Place place;
  private final Steps steps;
  private final Watched watched;
  private LogWriter writer;
  private Publisher publisher;
  private Lease lease;
  private Log log;

  /** What all nodes of a log share. */
  record Place(
      DataSource sequencer, String name, String origin, Path keys, Path publication, Clock clock) {
    Place(DataSource sequencer, String name, Path keys, Path publication, Clock clock) {
      this(sequencer, name, "example.org/log/" + name, keys, publication, clock);
    }

    Log log(Disk disk) {
      return new Log(name, origin, keys.resolve(name + ".key"), publication, disk, clock);
    }

    Path checkpoint() {
      return publication.resolve(name).resolve("checkpoint");
    }

    Path highWater() {
      return keys.resolve(name + ".high-water");
    }

    String published() throws IOException {
      return Files.readString(checkpoint(), StandardCharsets.UTF_8);
    }
  }

  Node(Place place, Steps steps) throws IOException {
    this(place, steps, UnaryOperator.identity());
  }

  Node(Place place, Steps steps, UnaryOperator<String> rewrite) throws IOException {
    this.place = place;
    this.steps = steps;
    this.watched = new Watched(steps, rewrite);
    restart();
  }

  /** All that was in memory is gone. */
  void restart() throws IOException {
    log = place.log(new WatchedDisk(steps));
    log.open(true, key -> false);
    writer = new LogWriter(log, size -> {}, () -> false);
    publisher = new Publisher(log, this::cosign);
    lease = new Lease(place.name(), Handle.random(16));
  }

  Log log() {
    return log;
  }

  /** Works as {@link Sequencer} would, if the lease is this node's. */
  void workIfLeading() throws SQLException, IOException {
    on(
        connection -> {
          if (lease.isMine(connection)) {
            writer.turn(connection);
          }
        });
  }

  /** Works in the belief that the lease is still its own: whoever was paused believes so. */
  void work() throws SQLException, IOException {
    on(writer::turn);
  }

  void publish() throws SQLException, IOException {
    on(publisher::publish);
  }

  private List<String> cosign(Log of, long size, String note) {
    try {
      steps.at("before cosign " + note);
      steps.at("after cosign");
      return List.of();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Work {
    void on(Connection connection) throws SQLException, IOException;
  }

  private void on(Work work) throws SQLException, IOException {
    try (Connection real = place.sequencer().getConnection()) {
      real.setAutoCommit(false);
      real.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement patience = real.createStatement()) {
        // Another node may hold the row, and in a test it waits on this very thread.
        patience.execute("set lock_timeout = 30");
        real.commit();
        work.on(watched.over(real));
      } finally {
        real.rollback();
      }
    }
  }
}
