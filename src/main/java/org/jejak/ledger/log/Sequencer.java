package org.jejak.ledger.log;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jejak.base.Handle;

/**
 * The one job that turns a log's committed entries into leaves and signs, and the one beside it
 * that publishes, so that a slow witness or disk keeps nobody from the log.
 *
 * <p>Safety is the compare-and-swap of the head and not a lock. A failed swap or a lost database
 * means: forget everything, load it again. Two things that must be equal and are not, or a file
 * that could not be written, mean: stop for good, and let nothing more be recorded.
 */
public final class Sequencer {
  private static final System.Logger LOG = System.getLogger(Sequencer.class.getName());
  private static final Duration APART = Duration.ofMillis(20);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Without a finished turn for so long, nothing more is promised. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /**
   * What must not be passed, or nothing more is promised.
   *
   * @param backlog how many entries may wait for their place
   * @param free how many bytes must be free on the disk of the key and of the published files
   */
  public record Limits(long backlog, long free) {}

  /** A piece of one thread's work. */
  private interface Work {
    void on(Connection connection) throws SQLException, IOException;
  }

  private final Log log;
  private final DataSource dataSource;
  private final Duration period;
  private final Limits limits;
  private final LongConsumer grew;
  private final LogWriter writer;
  private final Publisher publisher;
  private final Lease lease;
  private final Bell work = new Bell();
  private final Bell growth = new Bell();
  private final List<Thread> threads = new ArrayList<>();
  private long lookedAtDisk;
  private volatile Obstacle stopped;
  private volatile boolean leading;
  private volatile long size = -1;
  private volatile long lastTurn = System.nanoTime();
  private volatile long free = Long.MAX_VALUE;
  private volatile long lastEmpty = System.nanoTime();

  /**
   * @param period the longest time between two looks for new entries
   * @param grew hears of each new size of the signed tree
   */
  public Sequencer(
      Log log,
      DataSource dataSource,
      Duration period,
      Limits limits,
      Cosigners cosigners,
      LongConsumer grew) {
    this.log = log;
    this.dataSource = dataSource;
    this.period = period;
    this.limits = limits;
    this.grew = grew;
    this.writer = new LogWriter(log, this::grewTo, () -> work.isOver() || stopped != null);
    this.publisher = new Publisher(log, cosigners);
    this.lease = new Lease(log.name(), Handle.random(16));
  }

  public Log log() {
    return log;
  }

  /** Looks at the log once, on this thread, and then starts its two threads. */
  public void start(ThreadFactory factory) {
    boolean unused = once(this::sequence);
    start(factory, "sequencer", () -> repeat(this::sequence, work));
    start(factory, "publisher", () -> repeat(this::publish, growth));
  }

  private void start(ThreadFactory factory, String job, Runnable work) {
    Thread thread = factory.newThread(work);
    thread.setName("jejak-" + job + "-" + log.name());
    threads.add(thread);
    thread.start();
  }

  /** There is something to do: the transaction of a command is committed. */
  public void nudge() {
    work.ring();
  }

  /** Why nothing more can be recorded; empty while all is well. */
  public Optional<Obstacle> obstacle() {
    if (stopped != null) {
      return Optional.of(stopped);
    }
    if (System.nanoTime() - lastTurn > SILENCE.toNanos()) {
      return behind("the sequencer has been silent for " + SILENCE.toSeconds() + " s");
    }
    if (size < 0) {
      return Optional.of(new Obstacle(Obstacle.Kind.OPENING, "the log is being opened"));
    }
    if (writer.backlog() > limits.backlog()) {
      return behind(writer.backlog() + " entries wait for their place");
    }
    if (free < limits.free()) {
      String why = "only %d MB are free on the disk".formatted(free >> 20);
      return Optional.of(new Obstacle(Obstacle.Kind.FULL, why));
    }
    return Optional.empty();
  }

  private static Optional<Obstacle> behind(String why) {
    return Optional.of(new Obstacle(Obstacle.Kind.BEHIND, why));
  }

  /** Waits until the log is larger than {@code known} or the time is over. */
  public void awaitGrowth(long known, Duration most) throws InterruptedException {
    long since = System.nanoTime();
    long heard = growth.rings();
    while (size <= known && Bell.left(since, most) > 0 && !growth.isOver()) {
      growth.await(heard, since, most);
      heard = growth.rings();
    }
  }

  /** How many entries are in the signed tree, as far as this node knows. */
  public long size() {
    return Math.max(0, size);
  }

  /** The oldest committed entry without a place is not older than this. */
  public Duration oldestWaiting() {
    return Duration.ofNanos(System.nanoTime() - lastEmpty);
  }

  /** How many bytes could still be written to the published files, when it was last looked at. */
  public long free() {
    return free;
  }

  /** Stops the log: it is better to record nothing than to record what cannot be proven. */
  public void stop(Obstacle.Kind kind, String why, Exception cause) {
    stopped = new Obstacle(kind, why);
    LOG.log(ERROR, "log " + log.name() + " has stopped: " + why, cause);
    work.ring();
    growth.ring();
  }

  /** Ends both threads and waits for them. */
  public void end() {
    work.end();
    growth.end();
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void repeat(Work job, Bell called) {
    while (!called.isOver() && stopped == null) {
      long begun = System.nanoTime();
      long heard = called.rings();
      boolean done = once(job);
      pause(called, heard, begun, done ? period : RETRY);
    }
    boolean unused = once(lease::release);
  }

  /** Until somebody calls, but not before turns are far enough apart, nor after {@code most}. */
  private void pause(Bell called, long heard, long since, Duration most) {
    try {
      if (stopped == null) {
        called.await(heard, since, most);
      }
      long early = Bell.left(since, APART);
      if (early > 0 && !called.isOver()) {
        Thread.sleep(early);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      called.end();
    }
  }

  /**
   * @return whether it was done; not when the database must be asked again
   */
  private boolean once(Work work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        work.on(connection);
      } finally {
        connection.rollback(); // whatever was not committed
      }
      return true;
    } catch (SQLException | StoredTiles.Unreadable e) {
      LOG.log(WARNING, "log {0} is loaded again: {1}", log.name(), e.getMessage());
    } catch (Diverged e) {
      Obstacle.Kind kind = e.isBehind() ? Obstacle.Kind.RESTORED : Obstacle.Kind.STOPPED;
      stop(kind, e.getMessage(), e);
    } catch (IOException e) {
      stop(Obstacle.Kind.STOPPED, String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      stop(Obstacle.Kind.STOPPED, "the sequencer failed: " + e, e);
    }
    return false;
  }

  private void sequence(Connection connection) throws SQLException, IOException {
    leading = lease.isMine(connection);
    if (leading) {
      writer.turn(connection);
    } else {
      follow(connection);
    }
    if (free == Long.MAX_VALUE || System.nanoTime() - lookedAtDisk > LOOK.toNanos()) {
      lookedAtDisk = System.nanoTime();
      free = log.free();
    }
    lastTurn = System.nanoTime();
    if (writer.backlog() == 0) {
      lastEmpty = lastTurn;
    }
  }

  /** Another node works: this one only keeps its own high-water file and wakes those who wait. */
  private void follow(Connection connection) throws SQLException, IOException {
    writer.forget();
    Head head = new Round(connection, log).head();
    if (head.size() != size) {
      new Guard(log).demandWhole(connection);
      grewTo(head.size());
    }
  }

  private void publish(Connection connection) throws SQLException, IOException {
    if (leading && size > 0) {
      publisher.publish(connection);
    }
  }

  private void grewTo(long newSize) {
    if (size < 0) {
      LOG.log(INFO, "log {0} stands at {1} entries", log.name(), newSize);
    }
    size = newSize;
    growth.ring();
    grew.accept(newSize);
  }
}
