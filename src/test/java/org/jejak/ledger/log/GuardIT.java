package org.jejak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Edge;
import org.jejak.tlog.Merkle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restored backup, a cut tail and a fork, made by a superuser with all triggers off. */
class GuardIT {
  /** As a backup of that moment holds it: later entries are gone, the head stands at 3. */
  private static final String[] OLDER = {
    "delete from ledger_entry e using ledger_leaf l"
        + " where l.entry_id = e.id and l.log = $log and l.idx >= 3",
    "delete from ledger_leaf where log = $log and idx >= 3",
    "delete from ledger_node where log = $log",
    "delete from ledger_checkpoint where log = $log and size > 3",
    "update ledger_head h set size = c.size, root = c.root, note = c.note"
        + " from ledger_checkpoint c where c.log = h.log and c.size = 3 and h.log = $log"
  };

  @TempDir Path folder;
  private Trial trial;

  @BeforeEach
  void grow() throws SQLException, IOException {
    trial = Trial.in(folder);
    Node node = trial.node();
    for (int entries : new int[] {3, 250, 20}) {
      trial.writers.write(entries);
      node.work();
      node.publish();
    }
  }

  @Test
  void anUntouchedLogGoesOn() throws Exception {
    trial.node().work();
  }

  @Test
  void theHighWaterFileShowsARestoredBackup() throws Exception {
    trial.attack(OLDER);
    Files.delete(trial.place.checkpoint());
    refused("the database ends at 3 entries, but the checkpoint in the high-water file has 273");
  }

  @Test
  void thePublishedCheckpointShowsARestoredBackup() throws Exception {
    trial.attack(OLDER);
    Files.delete(trial.place.highWater());
    refused("the database ends at 3 entries, but the checkpoint published has 273");
  }

  /**
   * The control: what nobody outside remembers, nobody can miss. That is what witnesses are for.
   */
  @Test
  void withoutBothOnlyAWitnessWouldKnow() throws Exception {
    trial.attack(OLDER);
    Files.delete(trial.place.highWater());
    Files.delete(trial.place.checkpoint());
    trial.node().work();
  }

  @Test
  void aCutTailWithTheHeadLeftBehindIsNoTree() throws Exception {
    trial.attack("delete from ledger_leaf where log = $log and idx >= 270");
    refused("tile 1 of level 0 has 14 hashes and should have 17");
  }

  @Test
  void aForkSignedWithTheTrueKeyIsNotWhatWasSeen() throws Exception {
    byte[] invented = History.bytes("{\"n\":\"invented\"}");
    String hash = HexFormat.of().formatHex(Merkle.leaf(invented));
    trial.attack(
        "update ledger_entry e set bytes = '\\x"
            + HexFormat.of().formatHex(invented)
            + "'"
            + " from ledger_leaf l where l.entry_id = e.id and l.log = $log and l.idx = 272",
        "update ledger_leaf set hash = '\\x" + hash + "' where log = $log and idx = 272");
    byte[] root;
    Log log = trial.place.log(new Disk());
    log.open(true, key -> false);
    try (Connection connection = trial.place.sequencer().getConnection()) {
      root = new Edge(new StoredTiles(connection, log.name()), 273).root();
    }
    String note = log.keys().sign(new Checkpoint(log.origin(), 273, root)).toString();
    trial.attack(
        "update ledger_head set root = '\\x%s', note = '%s' where log = $log"
            .formatted(HexFormat.of().formatHex(root), note));
    refused("of 273 entries is of another tree");
  }

  @Test
  void aHeadThatOurKeyHasNotSignedIsRefused() throws Exception {
    trial.attack(
        "update ledger_head set note = replace(note, 'example.org', 'example.com')"
            + " where log = $log");
    refused("the head's note is not this log's signature");
  }

  @Test
  void aNodeThatWorksWhileAnotherLooksIsNoLoss() throws Exception {
    Node busy = trial.node();
    AtomicBoolean grown = new AtomicBoolean();
    Node looking =
        new Node(
            trial.place,
            step -> {
              trial.observe(step);
              if (step.startsWith("after select size, root, note")
                  && grown.compareAndSet(false, true)) {
                trial.writers.write(1);
                busy.work();
                busy.publish();
              }
            });
    assertThatThrownBy(looking::work)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("the head has moved");
    assertThat(grown).isTrue();
    looking.work();
    trial.history.demandAllAndNothingElse();
  }

  @Test
  void anEmptiedDatabaseDoesNotBeginAnew() {
    Log log = trial.place.log(new Disk());
    assertThatThrownBy(() -> log.open(false, key -> false))
        .isInstanceOf(Diverged.class)
        .hasMessageContaining("a checkpoint of it was published");
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws Exception {
    Path key = trial.place.keys().resolve(trial.place.name() + ".key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--r-----"));
    assertThatThrownBy(() -> trial.node())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can be read by others");
    Files.delete(key);
    assertThatThrownBy(() -> trial.node())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is missing; put the copy back");
  }

  @Test
  void whatWasPublishedComesBackByteForByte() throws Exception {
    Head before = trial.head();
    trial.attack(OLDER);
    Refill.Result result = refill();
    assertThat(result).isEqualTo(new Refill.Result(3, 273));
    assertThat(trial.head()).usingRecursiveComparison().isEqualTo(before);
    trial.history.demandAllAndNothingElse();
    trial.writers.write(2);
    Node node = trial.node();
    node.work();
    node.publish();
    trial.history.demandAllAndNothingElse();
  }

  @Test
  void anEntryThatWasRecordedAndNotPlacedWhenTheBackupWasMadeIsNotDoubled() throws Exception {
    trial.attack(
        "delete from ledger_leaf where log = $log and idx >= 3",
        "delete from ledger_entry where log = $log and id = (select max(id) from ledger_entry"
            + " where log = $log)",
        OLDER[2],
        OLDER[3],
        OLDER[4]);
    assertThat(refill().to()).isEqualTo(273);
    trial.history.demandAllAndNothingElse();
  }

  @Test
  void aBundleWithAnotherByteIsNotTakenAndNothingIsWritten() throws Exception {
    trial.attack(OLDER);
    Path bundle =
        trial.place.publication().resolve(trial.place.name()).resolve("tile/entries/001.p/17");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[20] ^= 1;
    Files.write(bundle, bytes);
    assertThatThrownBy(this::refill)
        .isInstanceOf(Diverged.class)
        .hasMessageContaining("do not continue this database");
    assertThat(trial.head().size()).isEqualTo(3);
    refused("an older state was restored");
  }

  private Refill.Result refill() throws SQLException, IOException {
    Log log = trial.place.log(new Disk());
    log.open(true, key -> false);
    try (Connection application = Trial.database().application().getConnection();
        Connection sequencer = Trial.database().sequencer().getConnection()) {
      application.setAutoCommit(false);
      sequencer.setAutoCommit(false);
      return new Refill(log, GrownLog::columns).run(application, sequencer);
    }
  }

  private void refused(String why) throws SQLException, IOException {
    Node node = trial.node();
    trial.writers.write(1);
    Head before = trial.head();
    assertThatThrownBy(node::work).isInstanceOf(Diverged.class).hasMessageContaining(why);
    assertThat(trial.head()).usingRecursiveComparison().isEqualTo(before);
  }
}
