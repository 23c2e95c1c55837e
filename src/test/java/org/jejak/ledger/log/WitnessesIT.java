package org.jejak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jejak.ledger.witness.Neighbours;
import org.jejak.ledger.witness.WitnessState;
import org.jejak.ledger.witness.Witnesses;
import org.jejak.tlog.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a committed head to a published checkpoint that others have cosigned. */
class WitnessesIT {
  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private Trial trial;
  private Node node;
  private Log log;
  private Neighbours neighbours;
  private Witnesses witnesses;
  private Publisher publisher;

  @BeforeEach
  void open() throws Exception {
    trial = Trial.in(folder);
    node = trial.node();
    restart(3);
  }

  private void restart(int count) throws Exception {
    log = trial.place.log(new Disk());
    log.open(true, key -> true);
    if (neighbours == null) {
      neighbours = Neighbours.of(count, log.keys().verifier(), folder, clock);
    }
    witnesses = neighbours.asked(trial.place.sequencer(), 2);
    publisher = new Publisher(log, witnesses);
  }

  @AfterEach
  void close() {
    neighbours.close();
  }

  private void write(int entries) throws Exception {
    trial.writers.write(entries);
    node.work();
  }

  private void publish() throws SQLException, IOException {
    try (Connection connection = trial.place.sequencer().getConnection()) {
      connection.setAutoCommit(false);
      try {
        publisher.publish(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** The published checkpoint, and which of the three have cosigned it. */
  private List<Boolean> cosigned() throws IOException {
    SignedNote note = SignedNote.parse(trial.place.published());
    assertThat(log.keys().signed(note)).isTrue();
    return List.of(
        neighbours.key(0).cosigned(note).isPresent(),
        neighbours.key(1).cosigned(note).isPresent(),
        neighbours.key(2).cosigned(note).isPresent());
  }

  @Test
  void aCheckpointIsPublishedWithWhatTheWitnessesSay() throws Exception {
    write(3);
    publish();
    assertThat(cosigned()).containsExactly(true, true, true);
    write(300);
    publish();
    assertThat(cosigned()).containsExactly(true, true, true);
    assertThat(witnesses.states())
        .allMatch(state -> state.health() == WitnessState.Health.WELL && state.size() == 303);
    assertThat(trial.place.published()).startsWith(trial.head().note());
  }

  @Test
  void workGoesOnWithoutThemAndTheyAreAskedAgain() throws Exception {
    write(2);
    publish();
    neighbours.stop(0);
    neighbours.stop(1);
    write(2);
    publish();
    assertThat(cosigned()).containsExactly(false, false, true);
    assertThat(witnesses.lackingSince()).as("not at once").isEmpty();
    assertThat(witnesses.isUnfinished(log, 4)).as("they rest").isFalse();

    now = now.plus(Duration.ofMinutes(15));
    assertThat(witnesses.lackingSince()).contains(now.minus(Duration.ofMinutes(15)));
    assertThat(witnesses.isUnfinished(log, 4)).isTrue();
    neighbours.start(0);
    publish();
    assertThat(cosigned()).as("the same checkpoint again").containsExactly(true, false, true);
    assertThat(witnesses.lackingSince()).as("two of three are enough").isEmpty();
  }

  @Test
  void afterARestartEachIsAskedFromWhereItWas() throws Exception {
    write(5);
    publish();
    restart(3);
    assertThat(witnesses.states()).allMatch(state -> state.size() == -1);
    write(5);
    publish();
    assertThat(cosigned()).containsExactly(true, true, true);
    assertThat(trial.head().size()).isEqualTo(10);
  }

  @Test
  void whoIsKilledBetweenWitnessAndPublicationPublishesTheSameNote() throws Exception {
    write(4);
    try (Connection connection = trial.place.sequencer().getConnection()) {
      List<String> lines = witnesses.cosign(log, 4, trial.head().note());
      assertThat(lines).hasSize(3);
      assertThat(connection.isValid(1)).isTrue();
    }
    assertThat(trial.place.checkpoint()).doesNotExist();
    String stored = trial.head().note();
    restart(3);
    publish();
    assertThat(trial.place.published()).startsWith(stored);
    assertThat(cosigned()).containsExactly(true, true, true);
  }

  /**
   * High-water file and publication are set back with the database: only the witnesses remember.
   */
  @Test
  void aRestoredBackupIsFoundOutByAWitnessAlone() throws Exception {
    write(3);
    publish();
    String before = trial.head().note();
    write(4);
    publish();
    trial.attack(
        "delete from ledger_leaf where log = $log and idx >= 3",
        "delete from ledger_checkpoint where log = $log and size > 3",
        "delete from ledger_entry where log = $log and case_seq > 0 and id not in"
            + " (select entry_id from ledger_leaf where log = $log)",
        "update ledger_head set size = 3, note = '"
            + before.replace("'", "''")
            + "',"
            + " root = (select root from ledger_checkpoint where log = $log and size = 3)"
            + " where log = $log");
    Files.delete(trial.place.checkpoint());
    Files.deleteIfExists(trial.place.highWater());
    restart(3);
    assertThatThrownBy(this::publish)
        .isInstanceOf(Diverged.class)
        .hasMessageContaining("ends at 3 entries")
        .hasMessageContaining("holds our checkpoint of 7");
  }
}
