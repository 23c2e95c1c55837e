package org.jejak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of crashes: each step of the way from an entry to its published checkpoint. */
class CrashIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Sequencer.Limits LIMITS = new Sequencer.Limits(1000, 0);

  @TempDir Path folder;

  @Test
  void afterACrashAtAnyStepNothingIsLostAndNothingIsSignedTwice() throws Exception {
    Trial trial = Trial.in(folder);
    trial.writers.write(250);
    Node first = trial.node();
    first.work();
    first.publish();
    for (int last = 1, crashes = 0; ; last++) {
      trial.writers.write(3);
      AtomicInteger left = new AtomicInteger(last);
      Node node =
          new Node(
              trial.place,
              step -> {
                trial.observe(step);
                if (left.decrementAndGet() == 0) {
                  throw new Steps.Crash(step);
                }
              });
      try {
        node.work();
        node.publish();
        assertThat(crashes).as("crashes").isGreaterThan(40);
        break;
      } catch (Steps.Crash crash) {
        crashes++;
      }
      trial.history.demandOnePast();
      Node restarted = trial.node();
      restarted.work();
      restarted.publish();
      trial.history.demandAllAndNothingElse();
      assertThat(trial.place.published()).startsWith(trial.head().note());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "before update ledger_head, 0",
    "before commit, 0",
    "before put KEYS/NAME.high-water, 3",
    "before cosign, 3",
    "after cosign, 3",
    "before put PUBLICATION/NAME/tile/0/000.p/5, 3",
    "before put PUBLICATION/NAME/tile/entries/000.p/5, 3",
    "before put PUBLICATION/NAME/checkpoint, 3",
    "after put PUBLICATION/NAME/checkpoint, 3"
  })
  void aProcessThatIsHaltedLeavesWhatTheNextOneGoesOnFrom(String step, int placed)
      throws Exception {
    Trial trial = Trial.in(folder);
    Node node = trial.node();
    trial.writers.write(2);
    node.work();
    node.publish();
    trial.writers.write(3);
    String where =
        step.replace("KEYS", trial.place.keys().toString())
            .replace("PUBLICATION", trial.place.publication().toString())
            .replace("NAME", trial.place.name());
    assertThat(HaltedNode.run(trial.place, where)).isEqualTo(HaltedNode.CODE);

    Head left = trial.head();
    assertThat(left.size()).isEqualTo(2 + placed);
    Node next = trial.node();
    next.work();
    next.publish();
    trial.history.demandAllAndNothingElse();
    if (placed > 0) {
      assertThat(trial.place.published()).as("the stored note").startsWith(left.note());
    }
  }

  @Test
  void anOldLeaderThatWakesLosesItsSwapAndReloads() throws Exception {
    Trial trial = Trial.in(folder);
    Node other = trial.node();
    AtomicInteger left = new AtomicInteger();
    Node paused =
        new Node(
            trial.place,
            step -> {
              trial.observe(step);
              if (step.startsWith("before insert into ledger_leaf")
                  && left.getAndIncrement() == 0) {
                expireLease();
                other.workIfLeading();
                other.publish();
              }
            });
    paused.workIfLeading();
    trial.writers.write(3);
    assertThatThrownBy(paused::workIfLeading).isInstanceOf(SQLException.class);
    assertThat(trial.head().size()).isEqualTo(3);
    trial.writers.write(2);
    paused.work(); // it still believes that it leads, and has loaded everything again
    assertThat(trial.head().size()).isEqualTo(5);
    trial.history.demandAllAndNothingElse();
  }

  @Test
  void whileTheLeaseRunsNobodyElseWorks() throws Exception {
    Trial trial = Trial.in(folder);
    Node first = trial.node();
    Node second = trial.node();
    first.workIfLeading();
    trial.writers.write(1);
    second.workIfLeading();
    assertThat(trial.head().size()).isZero();
    expireLease();
    second.workIfLeading();
    assertThat(trial.head().size()).isEqualTo(1);
  }

  @Test
  void aBitFlippedOnTheWayToTheTreeIsNeverSigned() throws Exception {
    Trial trial = Trial.in(folder);
    Node flipped =
        new Node(
            trial.place,
            trial::observe,
            sql ->
                sql.replace(
                    "select id, log = ?, bytes,",
                    "select id, log = ?, set_byte(bytes, 3, get_byte(bytes, 3) # 1),"));
    flipped.work();
    trial.writers.write(1);
    assertThatThrownBy(flipped::work)
        .isInstanceOf(Diverged.class)
        .hasMessageContaining("hashes differently here and in the database");
    assertThat(trial.head().size()).isZero();
    assertThat(trial.history.left()).isZero();
  }

  @Test
  void aWriteThatFailsStopsTheLogAndIsNotReadBack() throws Exception {
    for (String file : List.of("checkpoint", "000.p", "high-water")) {
      Trial trial = Trial.in(folder);
      AtomicReference<String> failing = new AtomicReference<>();
      AtomicInteger writes = new AtomicInteger();
      WatchedDisk disk =
          new WatchedDisk(
              step -> {
                writes.incrementAndGet();
                if (failing.get() != null && step.contains(failing.get())) {
                  throw new IOException("Input/output error");
                }
              });
      Log log = trial.place.log(disk);
      log.open(true, key -> false);
      Sequencer sequencer = sequencer(trial, log, Cosigners.NONE);
      sequencer.start(Thread::new);
      try {
        failing.set(file);
        trial.writers.write(1);
        sequencer.nudge();
        Obstacle obstacle = awaitObstacle(sequencer);
        assertThat(obstacle.kind()).as(file).isEqualTo(Obstacle.Kind.STOPPED);
        assertThat(obstacle.why()).isEqualTo("Input/output error");
        failing.set(null);
        Thread.sleep(500); // the other thread may be in the middle of something
        int before = writes.get();
        trial.writers.write(1);
        sequencer.nudge();
        Thread.sleep(300);
        assertThat(writes.get()).as("writes after it has stopped").isEqualTo(before);
      } finally {
        sequencer.end();
      }
    }
  }

  @Test
  void aWitnessThatHasSeenMoreStopsTheLog() throws Exception {
    Trial trial = Trial.in(folder);
    Log log = trial.place.log(new Disk());
    log.open(true, key -> false);
    Cosigners witness =
        (of, size, note) -> {
          throw Diverged.behind("a witness has seen 9 entries, the database has " + size);
        };
    Sequencer sequencer = sequencer(trial, log, witness);
    sequencer.start(Thread::new);
    try {
      trial.writers.write(1);
      sequencer.nudge();
      assertThat(awaitObstacle(sequencer).kind()).isEqualTo(Obstacle.Kind.RESTORED);
      assertThat(trial.place.checkpoint()).doesNotExist();
    } finally {
      sequencer.end();
    }
  }

  @Test
  void aSlowWitnessKeepsNobodyFromTheLog() throws Exception {
    Trial trial = Trial.in(folder);
    Log log = trial.place.log(new Disk());
    log.open(true, key -> false);
    Cosigners slow =
        (of, size, note) -> {
          try {
            Thread.sleep(Duration.ofSeconds(2));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };
    Sequencer sequencer = sequencer(trial, log, slow);
    sequencer.start(Thread::new);
    try {
      for (int entries = 1; entries <= 3; entries++) {
        trial.writers.write(1);
        sequencer.nudge();
        sequencer.awaitGrowth(entries - 1, Duration.ofSeconds(1));
        assertThat(sequencer.size()).isEqualTo(entries);
      }
      assertThat(trial.place.checkpoint()).doesNotExist();
    } finally {
      sequencer.end();
    }
  }

  @Test
  void aNearlyFullDiskRefusesAndReadingGoesOn() throws Exception {
    Trial trial = Trial.in(folder);
    Log log = trial.place.log(new Disk());
    log.open(true, key -> false);
    Sequencer.Limits demanding = new Sequencer.Limits(1000, Long.MAX_VALUE - 1);
    Sequencer sequencer =
        new Sequencer(
            log,
            trial.place.sequencer(),
            Duration.ofMillis(50),
            demanding,
            Cosigners.NONE,
            size -> {});
    sequencer.start(Thread::new);
    try {
      assertThat(awaitObstacle(sequencer).kind()).isEqualTo(Obstacle.Kind.FULL);
      trial.writers.write(1); // committed before: it still gets its place
      sequencer.nudge();
      sequencer.awaitGrowth(0, PATIENCE);
      assertThat(sequencer.size()).isEqualTo(1);
    } finally {
      sequencer.end();
    }
  }

  @Test
  void aMissingPartialTileIsThereAgainAfterTheNextStart() throws Exception {
    Trial trial = Trial.in(folder);
    Node node = trial.node();
    trial.writers.write(3);
    node.work();
    node.publish();
    Path tile = trial.place.publication().resolve(trial.place.name()).resolve("tile/0/000.p/3");
    Files.delete(tile);
    Node restarted = trial.node();
    restarted.work();
    restarted.publish();
    assertThat(tile).exists();
  }

  private static Sequencer sequencer(Trial trial, Log log, Cosigners cosigners) {
    return new Sequencer(
        log, trial.place.sequencer(), Duration.ofMillis(50), LIMITS, cosigners, size -> {});
  }

  private static Obstacle awaitObstacle(Sequencer sequencer) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Optional<Obstacle> obstacle = sequencer.obstacle();
    while (obstacle.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(20);
      obstacle = sequencer.obstacle();
    }
    return obstacle.orElseThrow();
  }

  private static void expireLease() throws SQLException {
    try (var connection = Trial.database().superuser().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("update ledger_lease set until = now() - interval '1 s'");
    }
  }
}
