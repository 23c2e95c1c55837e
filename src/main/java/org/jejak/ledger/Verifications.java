package org.jejak.ledger;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.ledger.log.Publication;
import org.jejak.ledger.rows.RecordedTables;
import org.jejak.ledger.seal.Vault;
import org.jejak.ledger.verify.FurtherCheck;
import org.jejak.ledger.verify.RowReplay;

/** Full verifications of the log: run one, watch it, see what the last one found. */
@ApplicationScoped
public class Verifications {
  private static final System.Logger LOG = System.getLogger(Verifications.class.getName());

  /** How long a committed entry may wait for its place before that is a fault. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Resource(lookup = "java:app/jejak")
  DataSource dataSource;

  @Resource ManagedExecutorService executor;
  @Resource ManagedThreadFactory threads;
  @Inject RecordedTables tables;
  @Inject Vault vault;
  @Inject Instance<FurtherCheck> furtherChecks;
  @Inject Clock clock;
  @Inject LedgerSettings settings;
  @Inject Logs logs;

  private final AtomicBoolean running = new AtomicBoolean();
  private volatile long done;
  private volatile long total;
  private volatile String failure;

  /** Begins a verification in the background; does nothing while one is running. */
  public void begin() {
    Actor actor = Acting.now();
    if (running.compareAndSet(false, true)) {
      done = 0;
      total = logs.size(Ledger.RECORDS);
      failure = null;
      executor.execute(() -> work(actor));
    }
  }

  public boolean isRunning() {
    return running.get();
  }

  /** How far the running verification has come, from 0 to 100. */
  public int percent() {
    return total == 0 ? 100 : (int) Math.min(100, done * 100 / total);
  }

  /** Why the last one could not be finished; empty when it could. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** What the last finished verification found. */
  public Optional<Verification> last() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select begun_at, ended_at, asked_by, size, root, faults from ledger_verification"
                    + " order by id desc limit 1");
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(read(row)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("the last verification cannot be read", e);
    }
  }

  /** Verifies now, on this thread, and keeps what was found. */
  public Verification run() throws SQLException, IOException {
    Instant begun = clock.instant();
    Publication publication = logs.records().publication();
    Replay replay;
    RowReplay.Outcome rows;
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try {
        replay = new Replay(connection, Ledger.RECORDS, logs.records().keys(), publication);
        List<Long> waiting = unplaced(connection);
        replay.run(read -> done = read);
        rows = new RowReplay(dataSource, tables, vault, threads).run(connection);
        connection.rollback(); // a newer snapshot
        demandPlaces(connection, waiting, replay);
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    }
    Verification verification =
        new Verification(
            begun,
            clock.instant(),
            Acting.now().handle(),
            replay.size(),
            replay.root(),
            Stream.of(replay.faults(), rows.faults(), further()).flatMap(List::stream).toList());
    keep(verification);
    LOG.log(
        verification.isWhole() ? INFO : ERROR,
        "verified {0} entries and {1} rows of {2} fields ({3} rows from before): {4} faults",
        verification.size(),
        rows.rows(),
        rows.fields(),
        rows.uncommitted(),
        verification.faults().size());
    return verification;
  }

  private List<Fault> further() {
    return furtherChecks.stream().flatMap(check -> check.faults().stream()).toList();
  }

  private void work(Actor actor) {
    try {
      Acting.as(
          actor,
          () -> {
            try {
              return run();
            } catch (SQLException | IOException e) {
              throw new IllegalStateException(e);
            }
          });
    } catch (RuntimeException e) {
      failure = String.valueOf(e.getMessage());
      LOG.log(ERROR, "the verification could not be finished", e);
    } finally {
      running.set(false);
    }
  }

  /** Entries of this snapshot without a place; most are merely new. */
  private static List<Long> unplaced(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select e.id from ledger_entry e where e.log = ?"
                + " and not exists (select 1 from ledger_leaf l where l.entry_id = e.id)")) {
      select.setString(1, Ledger.RECORDS);
      List<Long> ids = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      return ids;
    }
  }

  private static void demandPlaces(Connection connection, List<Long> waiting, Replay replay)
      throws SQLException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    List<Long> left = waiting;
    while (!left.isEmpty()) {
      List<Long> still = unplaced(connection);
      still.retainAll(left);
      left = still;
      connection.rollback();
      if (!left.isEmpty() && System.nanoTime() > until) {
        for (Long id : left) {
          replay.notPlaced(chainOf(connection, id));
        }
        return;
      }
      if (!left.isEmpty()) {
        try {
          Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while verifying", e);
        }
      }
    }
  }

  private static String chainOf(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select case_ref from ledger_entry where id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  private void keep(Verification verification) throws SQLException {
    JsonArrayBuilder faults = Json.createArrayBuilder();
    verification.faults().forEach(fault -> faults.add(json(fault)));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into ledger_verification (begun_at, ended_at, asked_by, size, root, faults)"
                    + " values (?, ?, ?, ?, ?, ?::jsonb)")) {
      insert.setObject(1, verification.begunAt().atOffset(ZoneOffset.UTC));
      insert.setObject(2, verification.endedAt().atOffset(ZoneOffset.UTC));
      insert.setString(3, verification.askedBy());
      insert.setLong(4, verification.size());
      insert.setBytes(5, HexFormat.of().parseHex(verification.root()));
      insert.setString(6, faults.build().toString());
      insert.executeUpdate();
    }
  }

  private static Verification read(ResultSet row) throws SQLException {
    List<Fault> faults = new ArrayList<>();
    try (JsonReader reader = Json.createReader(new StringReader(row.getString(6)))) {
      for (JsonValue value : reader.readArray()) {
        faults.add(fault(value.asJsonObject()));
      }
    }
    return new Verification(
        row.getObject(1, OffsetDateTime.class).toInstant(),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        row.getLong(4),
        HexFormat.of().formatHex(row.getBytes(5)),
        faults);
  }

  private static JsonObject json(Fault fault) {
    return Json.createObjectBuilder()
        .add("kind", fault.kind().name())
        .add("index", fault.index())
        .add("table", fault.table())
        .add("field", fault.field())
        .add("subject", fault.subject())
        .add("lastGood", fault.lastGood())
        .add("author", fault.author())
        .build();
  }

  private static Fault fault(JsonObject json) {
    return new Fault(
        Fault.Kind.valueOf(json.getString("kind")),
        json.getJsonNumber("index").longValueExact(),
        json.getString("table"),
        json.getString("field"),
        json.getString("subject"),
        json.getJsonNumber("lastGood").longValueExact(),
        json.getString("author"));
  }
}
