package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jejak.ledger.log.GrownLog;
import org.junit.jupiter.api.Test;

/** A backup of a working database, and what comes back of it. */
class BackupIT {
  private static final Home HOME = new Home(Path.of("").toAbsolutePath());
  private static final Settings SETTINGS = Settings.of(HOME.root());

  private final Path all = Path.of("target/it/backup").toAbsolutePath();
  private final Path data = all.resolve("data");
  private final Path keys = all.resolve("data-keys");
  private final Path backup = all.resolve("backup");

  @Test
  void anOlderBackupComesBackWholeIsRefusedByTheGuardAndRefilledFromWhatWasPublished()
      throws Exception {
    Folders.delete(all);
    Files.createDirectories(all);
    makeDataAndBackup();
    assertThat(backup.resolve("pg/PG_VERSION")).exists();
    assertThat(names(backup)).noneMatch(name -> name.endsWith(".key")).doesNotContain("search");

    Restore.from(HOME, SETTINGS, backup, data);
    assertThat(names(all)).anyMatch(name -> name.startsWith("data.before-"));

    try (DataFolder folder = DataFolder.take(data);
        Database database = database(folder)) {
      TheDatabase.Another logins =
          TheDatabase.prepared(database.await(), new Secrets(folder.secrets()));
      GrownLog log = GrownLog.again(logins.application(), logins.sequencer(), keys, publication());
      assertThat(log.size()).isBetween(10L, 199L);
      assertThatThrownBy(log::work).hasMessageContaining("an older state was restored");
      log.refill();
      log.work();
      assertThat(log.size()).isGreaterThanOrEqualTo(200);
      try (Connection connection = logins.superuser().getConnection()) {
        assertThat(new LedgerCheck(connection).faults()).isEmpty();
      }
      everyFaultIsNamed(logins);
    }
  }

  private void makeDataAndBackup() throws Exception {
    try (DataFolder folder = DataFolder.take(data);
        Database database = database(folder)) {
      TheDatabase.Another logins =
          TheDatabase.prepared(database.await(), new Secrets(folder.secrets()));
      Files.createDirectories(folder.file("search"));
      GrownLog log = GrownLog.begun(logins.application(), logins.sequencer(), keys, publication());
      log.grow(10);
      AtomicBoolean over = new AtomicBoolean();
      AtomicReference<Exception> failure = new AtomicReference<>();
      Thread work =
          new Thread(
              () -> {
                try {
                  while (!over.get()) {
                    log.grow(1);
                  }
                } catch (Exception e) {
                  failure.set(e);
                }
              });
      work.start();
      Backup.make(data, backup);
      over.set(true);
      work.join();
      assertThat(failure.get()).isNull();
      log.grow(200);
    }
    assertThatThrownBy(() -> Backup.make(data, backup)).hasMessageContaining("is there already");
  }

  /** The control: the check that follows a restore can fail. */
  private static void everyFaultIsNamed(TheDatabase.Another logins) throws Exception {
    try (Connection superuser = logins.superuser().getConnection();
        Statement attack = superuser.createStatement()) {
      attack.execute("alter table ledger_entry disable trigger all");
      attack.execute(
          "update ledger_entry set bytes = bytes || 'x' where id ="
              + " (select entry_id from ledger_leaf where log = 'records' and idx = 7)");
      attack.execute("update ledger_head set size = size + 1 where log = 'records'");
      assertThat(new LedgerCheck(superuser).faults())
          .containsExactly(
              "entry 7 of records is not what was recorded",
              "the tree of records is not the one that its head names",
              "the signed checkpoint of records is not that of its head");
    }
  }

  private Path publication() {
    return data.resolve("publication");
  }

  private static Database database(DataFolder folder) {
    return Databases.of(SETTINGS, HOME, folder, new Secrets(folder.secrets()));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
