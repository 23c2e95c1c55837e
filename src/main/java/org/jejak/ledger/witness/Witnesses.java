package org.jejak.ledger.witness;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jejak.ledger.log.Cosigners;
import org.jejak.ledger.log.Diverged;
import org.jejak.ledger.log.Log;
import org.jejak.ledger.log.StoredTiles;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.SignedNote;

/**
 * Has each checkpoint cosigned before it is published, by those witnesses that answer. The
 * publishing thread waits for them, two seconds at most; nobody at work does.
 *
 * <p>Logs of access are not shown to witnesses: their growth would tell who is at work, and their
 * last checkpoint becomes an entry of {@code records}.
 */
@ApplicationScoped
public class Witnesses implements Cosigners {
  private static final System.Logger LOG = System.getLogger(Witnesses.class.getName());

  /** How the names of logs of access begin. */
  private static final String ACCESS = "access-";

  /** So long may there be too few before anybody is told. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  @Resource(lookup = "java:app/sequencer")
  DataSource dataSource;

  @Inject WitnessSettings settings;
  @Inject Clock clock;

  private final AtomicBoolean recalled = new AtomicBoolean();
  private final AtomicBoolean alarmed = new AtomicBoolean();
  private HttpClient http;
  private Panel panel;
  private volatile Instant lackingSince;

  @PostConstruct
  void open() {
    http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    panel =
        new Panel(
            settings.witnesses().stream()
                .map(witness -> new Desk(new WitnessClient(http, clock, witness)))
                .toList(),
            clock);
    lackingSince = clock.instant();
  }

  /** A setting that cannot be read stops the start, and not the first publication. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    LOG.log(
        System.Logger.Level.INFO,
        "{0} of {1} witnesses make a checkpoint witnessed",
        settings.witnesses().isEmpty() ? 0 : settings.quorum(),
        panel.desks().size());
  }

  @PreDestroy
  void end() {
    http.shutdownNow();
  }

  @Override
  public List<String> cosign(Log log, long size, String note) throws SQLException {
    if (panel.desks().isEmpty() || log.name().startsWith(ACCESS)) {
      return List.of();
    }
    SignedNote signed = SignedNote.parse(note);
    Checkpoint head = Checkpoint.parse(signed.text());
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(true); // nothing is held while witnesses think
      if (recalled.compareAndSet(false, true)) {
        for (Desk desk : panel.desks()) {
          Cosignatures.recall(connection, log.name(), log.origin(), desk);
        }
      }
      List<Panel.Line> lines =
          panel.ask(signed, head, new StoredTiles(connection, log.name()), log.keys()::signed);
      Cosignatures.keep(connection, log.name(), size, lines);
      List<String> all = Cosignatures.lines(connection, log.name(), size, signed, settings);
      judge(all.size());
      return all;
    } catch (Panel.Contradiction e) {
      throw Diverged.behind(e.getMessage());
    }
  }

  @Override
  public boolean isUnfinished(Log log, long size) {
    Instant now = clock.instant();
    boolean unfinished =
        !log.name().startsWith(ACCESS)
            && panel.desks().stream()
                .anyMatch(desk -> desk.isAwake(now) && desk.size(log.origin()) < size);
    alarm();
    return unfinished;
  }

  /** Each witness as this node knows it. */
  public List<WitnessState> states() {
    return panel.desks().stream().map(Desk::state).toList();
  }

  /** How many of them make a checkpoint witnessed. */
  public int quorum() {
    return settings.quorum();
  }

  /** Since when too few have cosigned, once that lasts; empty while all is well. */
  public Optional<Instant> lackingSince() {
    Instant since = lackingSince;
    return since == null || panel.desks().isEmpty() || since.plus(PATIENCE).isAfter(clock.instant())
        ? Optional.empty()
        : Optional.of(since);
  }

  private void judge(int cosigned) {
    if (cosigned >= settings.quorum()) {
      lackingSince = null;
      alarmed.set(false);
    } else if (lackingSince == null) {
      lackingSince = clock.instant();
    }
    alarm();
  }

  private void alarm() {
    lackingSince()
        .filter(since -> alarmed.compareAndSet(false, true))
        .ifPresent(
            since ->
                LOG.log(
                    System.Logger.Level.ERROR,
                    "since {0} fewer than {1} witnesses have cosigned; work goes on, unwitnessed",
                    since,
                    settings.quorum()));
  }
}
