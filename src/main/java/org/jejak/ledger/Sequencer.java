package org.jejak.ledger;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Edge;
import org.jejak.tlog.Proofs;
import org.jejak.tlog.SignedNote;

/**
 * The one job that turns committed entries into leaves, signs, and publishes, in an order that
 * never changes: entries durable, head committed, tiles, checkpoint.
 *
 * <p>Its safety is the compare-and-swap of the head and not a lock. A failed swap or a lost
 * database means: forget everything, load it again. Two things that must be equal and are not mean:
 * stop for good, and let nothing more be recorded.
 */
@ApplicationScoped
public class Sequencer {
  private static final System.Logger LOG = System.getLogger(Sequencer.class.getName());
  private static final Duration APART = Duration.ofMillis(20);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofHours(1);

  /** Without a finished turn for so long, nothing more is promised. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** What is carried from turn to turn, and thrown away whole when anything goes wrong. */
  private record Place(Edge edge, Frontier frontier) {}

  @Resource(lookup = "java:app/sequencer")
  DataSource dataSource;

  @Resource ManagedThreadFactory threads;
  @Inject LedgerSettings settings;
  @Inject LogKey key;
  @Inject Event<LogGrew> grew;

  private final Object signal = new Object();
  private Publication publication;
  private Thread thread;
  private boolean nudged;
  private volatile boolean ending;
  private volatile String stopped;
  private volatile long size;
  private volatile long backlog;
  private volatile long lastTurn = System.nanoTime();
  private long lastSweep;

  /** Starts the job; the key must be open. */
  void start() {
    publication = new Publication(settings.publication(), Ledger.RECORDS);
    thread = threads.newThread(this::work);
    thread.setName("jejak-sequencer");
    thread.start();
  }

  /** There is something to do: the transaction of a command is committed. */
  void nudge(@Observes(during = AFTER_SUCCESS) Appended event) {
    synchronized (signal) {
      nudged = true;
      signal.notifyAll();
    }
  }

  /** Why nothing more can be recorded; empty while all is well. */
  Optional<String> obstacle() {
    if (stopped != null) {
      return Optional.of(stopped);
    }
    if (System.nanoTime() - lastTurn > SILENCE.toNanos()) {
      return Optional.of("the sequencer has been silent for " + SILENCE.toSeconds() + " s");
    }
    if (backlog > settings.backlog()) {
      return Optional.of(backlog + " entries wait for their place");
    }
    return Optional.empty();
  }

  boolean isStopped() {
    return stopped != null;
  }

  /** Waits until the log is larger than {@code known} or the time is over. */
  void awaitGrowth(long known, Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    synchronized (signal) {
      for (long left = most.toMillis(); size <= known && left > 0 && !ending; ) {
        signal.wait(left);
        left = (until - System.nanoTime()) / 1_000_000;
      }
    }
  }

  /** How many entries are in the published tree, as far as this node knows. */
  long published() {
    return size;
  }

  /** Stops the log: it is better to record nothing than to record what cannot be proven. */
  void stop(String why, Exception cause) {
    stopped = why;
    LOG.log(ERROR, "log " + Ledger.RECORDS + " has stopped: " + why, cause);
  }

  @PreDestroy
  void end() {
    ending = true;
    synchronized (signal) {
      signal.notifyAll();
    }
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(Duration.ofSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void work() {
    Place place = null;
    while (!ending && stopped == null) {
      try (Connection connection = dataSource.getConnection()) {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
          place = place == null ? load(connection) : place;
          turn(connection, place);
        } finally {
          connection.rollback(); // whatever was not committed
        }
        lastTurn = System.nanoTime();
        pause(settings.period(), lastTurn);
      } catch (SQLException | StoredTiles.Unreadable e) {
        place = null;
        LOG.log(WARNING, "the sequencer loads everything again: {0}", e.getMessage());
        pause(RETRY, System.nanoTime());
      } catch (Diverged | IOException e) {
        stop(e.getMessage(), e);
      } catch (RuntimeException e) {
        stop("the sequencer failed: " + e, e);
      }
    }
  }

  /** Reads where the log stands, checks it against itself and against what outsiders have seen. */
  private Place load(Connection connection) throws SQLException, IOException {
    ServerChecks.demandDurable(connection);
    Round round = new Round(connection, Ledger.RECORDS);
    Round.Head head = round.head();
    StoredTiles tiles = new StoredTiles(connection, Ledger.RECORDS);
    if (round.leaves() != head.size()) {
      throw new Diverged(
          "there are leaves up to %d and a head of %d".formatted(round.leaves(), head.size()));
    }
    Edge edge = new Edge(tiles, head.size());
    if (!Arrays.equals(edge.root(), head.root())) {
      throw new Diverged("the tree of " + head.size() + " entries does not have the head's root");
    }
    if (head.size() > 0) {
      demandSigned(head);
    }
    long from = publishedSize(head, tiles);
    if (from < head.size()) {
      publication.publish(connection, from, head.size(), head.note());
    }
    grewTo(head.size());
    Frontier frontier = new Frontier(round.highest(), round.snapshot().xmax());
    connection.commit();
    Place place = new Place(edge, frontier);
    sweep(connection, place);
    LOG.log(INFO, "log {0} stands at {1} entries", Ledger.RECORDS, edge.size());
    return place;
  }

  private void demandSigned(Round.Head head) {
    Checkpoint expected = new Checkpoint(settings.origin(), head.size(), head.root());
    SignedNote note = SignedNote.parse(head.note());
    if (!note.isSignedBy(key.get().verifier()) || !note.text().equals(expected.text())) {
      throw new Diverged("the head's note is not this log's signature over the head");
    }
  }

  /** The size outsiders have seen: never more than the head, and the same tree. */
  private long publishedSize(Round.Head head, StoredTiles tiles) throws IOException {
    Optional<String> published = publication.checkpoint();
    if (published.isEmpty()) {
      return 0;
    }
    SignedNote note = SignedNote.parse(published.get());
    Checkpoint seen = Checkpoint.parse(note.text());
    if (!note.isSignedBy(key.get().verifier()) || !seen.origin().equals(settings.origin())) {
      throw new Diverged("the published checkpoint is not signed by this log's key");
    }
    if (seen.size() > head.size()) {
      throw new Diverged(
          "the database ends at %d entries, but %d were published: an older state was restored, or"
                  .formatted(head.size(), seen.size())
              + " entries were taken away");
    }
    if (!Arrays.equals(new Proofs(tiles, seen.size()).root(), seen.root())) {
      throw new Diverged("the published tree of %d entries is another".formatted(seen.size()));
    }
    return seen.size();
  }

  private void turn(Connection connection, Place place) throws SQLException, IOException {
    boolean again = true;
    while (again && !ending) {
      Round round = new Round(connection, Ledger.RECORDS);
      Round.Head head = round.head();
      if (head.size() != place.edge().size() || !Arrays.equals(head.root(), place.edge().root())) {
        throw new SQLException("the head has moved: somebody else is at work");
      }
      int placed = round.advance(place.edge(), place.frontier(), key.get());
      backlog = round.highest() - place.frontier().high();
      long xmin = round.snapshot().xmin();
      connection.commit();
      lastTurn = System.nanoTime();
      if (placed > 0) {
        publish(connection, head.size());
      }
      boolean due = place.frontier().sweepIsDue(xmin);
      if (due || System.nanoTime() - lastSweep > SWEEP.toNanos()) {
        sweep(connection, place);
      }
      if (due) {
        place.frontier().swept();
      }
      again = backlog > 0;
    }
  }

  private void sweep(Connection connection, Place place) throws SQLException, IOException {
    lastSweep = System.nanoTime();
    Round round = new Round(connection, Ledger.RECORDS);
    int placed;
    do {
      long before = place.edge().size();
      placed = round.sweep(place.edge(), place.frontier(), key.get());
      connection.commit();
      lastTurn = System.nanoTime();
      if (placed > 0) {
        publish(connection, before);
      }
    } while (placed > 0 && !ending);
  }

  private void publish(Connection connection, long from) throws SQLException, IOException {
    Round.Head head = new Round(connection, Ledger.RECORDS).head();
    publication.publish(connection, from, head.size(), head.note());
    connection.commit();
    grewTo(head.size());
  }

  private void grewTo(long newSize) {
    synchronized (signal) {
      size = newSize;
      signal.notifyAll();
    }
    grew.fireAsync(new LogGrew(newSize));
  }

  /** Until the next nudge, but not before turns are far enough apart, nor after {@code most}. */
  private void pause(Duration most, long since) {
    try {
      synchronized (signal) {
        long left = most.toMillis();
        while (!nudged && left > 0 && !ending) {
          signal.wait(left);
          left = most.toMillis() - (System.nanoTime() - since) / 1_000_000;
        }
        nudged = false;
      }
      long early = APART.toMillis() - (System.nanoTime() - since) / 1_000_000;
      if (early > 0 && !ending) {
        Thread.sleep(early);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ending = true;
    }
  }
}
