package org.jejak.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.SignedNote;

/**
 * Puts a backup in the place of a data folder. What was there is moved beside it and never deleted;
 * published files that are newer than the backup stay in use, since they can bring back what the
 * backup lacks.
 */
final class Restore {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final String KEYS = "keys";

  private final Path backup;
  private final DataFolder folder;
  private final Path aside;

  private Restore(Path backup, DataFolder folder, Path aside) {
    this.backup = backup;
    this.folder = folder;
    this.aside = aside;
  }

  /**
   * Restores and checks.
   *
   * @throws Trouble when it could not be done, or the restored ledger is not whole
   */
  static void from(Home home, Settings settings, Path backup, Path data)
      throws InterruptedException {
    if (!Files.exists(backup.resolve("pg/PG_VERSION"))) {
      throw new Trouble(backup + " is not a whole backup.");
    }
    String stamp = STAMP.format(Clock.systemUTC().instant());
    Path aside = data.resolveSibling(data.getFileName() + ".before-" + stamp);
    try (DataFolder folder = DataFolder.take(data)) {
      new Restore(backup, folder, aside).replace();
      check(home, settings, folder);
    } catch (IOException e) {
      throw new Trouble(
          "The backup could not be restored: %s. What was in %s is in %s."
              .formatted(e.getMessage(), data, aside),
          e);
    }
  }

  private void replace() throws IOException {
    if (folder.holdsData()) {
      Files.createDirectory(aside);
      try (var files = Files.list(folder.root())) {
        for (Path file : files.toList()) {
          if (!file.endsWith("jejak.lock")) {
            Files.move(file, aside.resolve(file.getFileName()));
          }
        }
      }
      Progress.say("What was in %s is kept in %s".formatted(folder.root(), aside));
    }
    Backup.copy(backup, folder.root());
    if (Files.isDirectory(aside.resolve(KEYS))) {
      Backup.copy(aside.resolve(KEYS), folder.file(KEYS)); // a demo's, which lie in its folder
    }
    keepNewerPublication();
  }

  private void keepNewerPublication() throws IOException {
    Path before = aside.resolve(Backup.PUBLICATION);
    Path restored = folder.file(Backup.PUBLICATION);
    if (published(before) > published(restored)) {
      Folders.delete(restored);
      Backup.copy(before, restored);
      Progress.say("The published log is newer than the backup and stays in use");
    }
  }

  /** How many records a publication folder has. */
  private static long published(Path publication) throws IOException {
    Path checkpoint = publication.resolve("records/checkpoint");
    return Files.exists(checkpoint)
        ? Checkpoint.parse(SignedNote.parse(Files.readString(checkpoint)).text()).size()
        : 0;
  }

  private static void check(Home home, Settings settings, DataFolder folder)
      throws InterruptedException {
    Secrets secrets = new Secrets(folder.secrets());
    try (Database database = Databases.of(settings, home, folder, secrets);
        Connection connection = database.await().connect()) {
      LedgerCheck check = new LedgerCheck(connection);
      List<String> faults = check.faults();
      if (!faults.isEmpty()) {
        throw new Trouble("The restored ledger is not whole: " + String.join("; ", faults));
      }
      Progress.say(
          "The ledger is whole: %d entries, each of them checked".formatted(check.entries()));
      long published = published(folder.file(Backup.PUBLICATION));
      long records = check.size("records").orElse(0L);
      if (published > records) {
        Progress.say(
            ("The backup is older than the published log: %d entries are missing. Jejak will read"
                    + " and not record until an administrator has recovered them: /admin/log")
                .formatted(published - records));
      }
    } catch (SQLException | IOException e) {
      throw new Trouble("The restored ledger cannot be checked: " + e.getMessage(), e);
    }
  }
}
