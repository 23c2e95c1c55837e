package org.jejak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.LongStream;
import org.jejak.boot.TheDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two nodes, their users, a clock and a lease, interleaved at every statement and every write by a
 * random number whose seed is the test's name, on a real PostgreSQL. More seeds: {@code
 * -Djejak.simulation.seeds=1000}.
 */
class SimulationIT {
  private static final int STEPS = 40;
  private static final int SEEDS = Integer.getInteger("jejak.simulation.seeds", 30);

  private static TheDatabase.Another database;

  @TempDir Path folder;
  private Random random;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private History history;
  private Writers writers;
  private Node.Place place;
  private Node[] nodes;
  private final boolean[] writing = new boolean[2];
  private final boolean[] publishing = new boolean[2];
  private int depth;

  @BeforeAll
  static void makeDatabase() throws SQLException {
    database = TheDatabase.start().another("jejak_simulation");
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverHappensWhenTheLogHasOnePast(long seed) throws Exception {
    prepare("s" + seed, seed);
    for (int step = 0; step < STEPS; step++) {
      act();
      history.demandOnePast();
    }
    settle();
    history.demandAllAndNothingElse();
    assertThat(history.acknowledged()).as("entries, or the run shows nothing").isPositive();
    assertThat(history.left()).isPositive();
  }

  /** Without it a run in which nothing can go wrong would pass as well. */
  @Test
  void aSequencerThatBelievesItHasCommittedIsCaught() throws Exception {
    prepare("liar", 1);
    Node liar =
        new Node(place, this::observe, sql -> sql.replace("insert into ledger_leaf", LOSES));
    liar.work();
    writers.write(3);
    assertThatThrownBy(
            () -> {
              liar.work();
              liar.publish();
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("durable leaves");
  }

  /** An insert that writes nothing. */
  private static final String LOSES =
      "with given (log, idx, entry_id, hash) as (values (?, ?, ?, ?)) insert into ledger_leaf"
          + " select log, idx::bigint, entry_id::bigint, hash::bytea from given where false --";

  @Test
  void aChangedLeafIsCaught() throws Exception {
    prepare("changed", 1);
    writers.write(3);
    nodes[0].work();
    history.demandOnePast();
    try (Connection superuser = database.superuser().getConnection();
        Statement attack = superuser.createStatement()) {
      attack.execute("alter table ledger_leaf disable trigger all");
      attack.execute(
          "update ledger_leaf set idx = 2 - idx + 10 where log = 'changed' and idx <> 1");
      attack.execute("update ledger_leaf set idx = idx - 10 where log = 'changed' and idx >= 10");
      attack.execute("alter table ledger_leaf enable always trigger ledger_no_delete");
      attack.execute("alter table ledger_leaf enable always trigger ledger_no_truncate");
    }
    assertThatThrownBy(history::demandOnePast)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("leaves seen before");
  }

  private void prepare(String log, long seed) throws SQLException, IOException {
    random = new Random(seed);
    Clock clock = Clock.tick(clockOf(() -> now), Duration.ofMillis(1));
    place =
        new Node.Place(
            database.sequencer(),
            log,
            folder.resolve("keys"),
            folder.resolve("publication"),
            clock);
    Log mine = place.log(new Disk());
    mine.open(false, key -> false);
    try (Connection connection = database.application().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into ledger_head (log) values ('" + log + "')");
    }
    history = new History(database.superuser(), mine, place.publication());
    writers = new Writers(database.application(), log, history);
    nodes = new Node[] {new Node(place, this::watch), new Node(place, this::watch)};
  }

  private static Clock clockOf(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }

  /** Between any two things that a node does, anything else may happen, also its end. */
  private void watch(String step) throws SQLException, IOException {
    observe(step);
    if (depth > 2 || random.nextInt(14) != 0) {
      return;
    }
    if (random.nextInt(4) == 0) {
      throw new Steps.Crash(step);
    }
    act();
  }

  private void observe(String step) throws SQLException, IOException {
    if (step.startsWith("before cosign ")) {
      history.leaves(step.substring("before cosign ".length()));
    } else if (step.equals("after put " + place.checkpoint())) {
      history.published(place.published());
    }
  }

  private void act() throws SQLException, IOException {
    depth++;
    try {
      switch (random.nextInt(10)) {
        case 0, 1 -> begin();
        case 2, 3 -> end();
        case 4 -> expire();
        case 5 -> now = now.plus(Duration.ofHours(random.nextInt(72) - 24));
        case 6, 7 -> write(random.nextInt(2), Node::workIfLeading);
        case 8 -> write(random.nextInt(2), Node::work);
        default -> publish(random.nextInt(2));
      }
    } finally {
      depth--;
    }
  }

  private void begin() throws SQLException {
    if (writers.open() < 4) {
      // Now and then so many that tiles become full.
      writers.begin(random.nextInt(8) == 0 ? 150 : 1 + random.nextInt(5));
    }
  }

  private void end() throws SQLException {
    if (writers.open() > 0) {
      int which = random.nextInt(writers.open());
      if (random.nextInt(3) == 0) {
        writers.rollback(which);
      } else {
        writers.commit(which);
      }
    }
  }

  private void expire() throws SQLException {
    try (Connection connection = database.superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = '100ms'");
      statement.execute("update ledger_lease set until = now() - interval '1 s'");
    } catch (SQLException e) {
      if (!"55P03".equals(e.getSQLState())) {
        throw e; // one that is being taken at this moment does not run out
      }
    }
  }

  private interface Work {
    void of(Node node) throws SQLException, IOException;
  }

  /** A node has one thread that writes and one that publishes. */
  private void write(int node, Work work) throws SQLException, IOException {
    if (!writing[node]) {
      writing[node] = true;
      run(node, work, writing);
    }
  }

  private void publish(int node) throws SQLException, IOException {
    if (!publishing[node]) {
      publishing[node] = true;
      run(node, Node::publish, publishing);
    }
  }

  /** Does as {@link Sequencer} does: a database that refuses is asked again later. */
  private void run(int node, Work work, boolean[] busy) throws SQLException, IOException {
    try {
      work.of(nodes[node]);
      busy[node] = false;
    } catch (Steps.Crash crash) {
      busy[node] = false;
      nodes[node].restart();
      if (writing[node] || publishing[node]) {
        throw crash; // the other thread of this process dies with it
      }
    } catch (OverlappingFileLockException e) {
      busy[node] = false; // two processes would wait for each other; here both are one
    } catch (SQLException | StoredTiles.Unreadable e) {
      busy[node] = false;
      assertThat(e.getMessage())
          .containsAnyOf("head has moved", "lock timeout", "could not serialize", "duplicate key");
    }
  }

  /** Everybody ends what they began, and a node works undisturbed. */
  private void settle() throws SQLException, IOException {
    depth = 10;
    while (writers.open() > 0) {
      writers.commit(0);
    }
    nodes[0].restart();
    nodes[0].work();
    nodes[0].publish();
  }
}
