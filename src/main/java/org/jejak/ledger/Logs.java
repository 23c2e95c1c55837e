package org.jejak.ledger;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jejak.ledger.log.Cosigners;
import org.jejak.ledger.log.Disk;
import org.jejak.ledger.log.Log;
import org.jejak.ledger.log.Obstacle;
import org.jejak.ledger.log.Sequencer;

/**
 * The logs that are open on this node: {@code records}, and {@code access-<year>} for each year.
 *
 * <p>Each has its own tree, origin, key ({@code <name>.key} beside that of {@code records}),
 * published files ({@code /log/<name>/…}) and sequencer. Who wants another one calls {@link #open}
 * outside a transaction, as often as they like, and may then write entries with its name into
 * {@code ledger_entry}; a fired {@link Appended} wakes the sequencers after the commit.
 */
@ApplicationScoped
public class Logs {
  /** What {@code ledger_entry.log} and an address can hold. */
  private static final String NAMES = "[a-z][a-z0-9-]{0,19}";

  private static final Obstacle NOT_OPEN =
      new Obstacle(Obstacle.Kind.OPENING, "the log is not open");

  @Resource(lookup = "java:app/sequencer")
  DataSource dataSource;

  @Resource ManagedThreadFactory threads;
  @Inject LedgerSettings settings;
  @Inject BeginLog beginLog;
  @Inject Clock clock;
  @Inject Instance<Cosigners> cosigners;
  @Inject Event<LogGrew> grew;

  private final Disk disk = new Disk();
  private final Map<String, Sequencer> open = new ConcurrentHashMap<>();
  private volatile Obstacle failure;

  /**
   * Opens a log, and begins it when there is none of this name: a recorded act in {@code records}.
   *
   * @throws IOException when its key cannot be read or made; nothing was written then
   */
  public synchronized Log open(String name) throws IOException {
    if (!name.matches(NAMES)) {
      throw new IllegalArgumentException(name + " cannot name a log");
    }
    Sequencer sequencer = open.get(name);
    if (sequencer == null) {
      Log log =
          new Log(
              name,
              settings.origin(name),
              settings.keyFile(name),
              settings.publication(),
              disk,
              clock);
      beginLog.run(log);
      sequencer = sequencer(log);
      open.put(name, sequencer);
      sequencer.start(threads);
    }
    return sequencer.log();
  }

  /** Ends a log's work on this node; what it has stays. */
  public synchronized void close(String name) {
    Sequencer sequencer = open.remove(name);
    if (sequencer != null) {
      sequencer.end();
    }
  }

  /** A log that is open here. */
  public Optional<Log> find(String name) {
    return Optional.ofNullable(open.get(name)).map(Sequencer::log);
  }

  /** The log of everything with legal weight. */
  public Log records() {
    return find(Ledger.RECORDS)
        .orElseThrow(() -> new IllegalStateException("the log records is not open"));
  }

  /** The names of the open logs, in order. */
  public List<String> names() {
    return open.keySet().stream().sorted().toList();
  }

  /** Why nothing can be recorded in this log; empty while all is well. */
  public Optional<Obstacle> obstacle(String name) {
    Sequencer sequencer = open.get(name);
    if (sequencer == null) {
      return Optional.of(failure == null ? NOT_OPEN : failure);
    }
    return sequencer.obstacle();
  }

  /** How many entries are in the signed tree, as far as this node knows. */
  public long size(String name) {
    Sequencer sequencer = open.get(name);
    return sequencer == null ? 0 : sequencer.size();
  }

  /** The oldest committed entry without a place is not older than this. */
  public Duration oldestWaiting(String name) {
    Sequencer sequencer = open.get(name);
    return sequencer == null ? Duration.ZERO : sequencer.oldestWaiting();
  }

  /** How many bytes could still be written to this log's published files. */
  public long free(String name) {
    Sequencer sequencer = open.get(name);
    return sequencer == null ? 0 : sequencer.free();
  }

  /** Waits until the log is larger than {@code known} or the time is over. */
  void awaitGrowth(String name, long known, Duration most) throws InterruptedException {
    Sequencer sequencer = open.get(name);
    if (sequencer != null) {
      sequencer.awaitGrowth(known, most);
    }
  }

  /** {@code records} could not be opened. */
  void failed(Obstacle.Kind kind, Exception cause) {
    failure = new Obstacle(kind, String.valueOf(cause.getMessage()));
  }

  void nudge(@Observes(during = AFTER_SUCCESS) Appended event) {
    open.values().forEach(Sequencer::nudge);
  }

  @PreDestroy
  void end() {
    open.values().forEach(Sequencer::end);
  }

  private Sequencer sequencer(Log log) {
    return new Sequencer(
        log,
        dataSource,
        settings.period(),
        new Sequencer.Limits(settings.backlog(), settings.leastFree()),
        cosigners.isResolvable() ? cosigners.get() : Cosigners.NONE,
        size -> {
          if (log.name().equals(Ledger.RECORDS)) {
            grew.fireAsync(new LogGrew(size));
          }
        });
  }
}
