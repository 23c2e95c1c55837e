package org.jejak.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where {@code scripts/backup} and {@code scripts/restore} begin. */
public final class Backups {
  static final String USAGE =
      """
      scripts/backup DIR [--data DATA]      copies all state into the new folder DIR
      scripts/restore DIR [--data DATA]     puts such a copy in the place of the data folder

      A backup is made while Jejak runs, or while it is stopped. It holds the database, all files
      and the published log. It does not hold the search index, which is made anew, nor any key:
      keys lie beside the data folder (DATA-keys) so that whoever takes a backup takes no key. Copy
      them elsewhere, once, or nothing that is restored can be opened or signed.

      restore needs Jejak stopped. What was in the data folder is kept beside it, and the ledger is
      checked entry by entry. A backup that is older than the log that was published is restored,
      and Jejak then refuses to record until an administrator has recovered the missing entries.

        --data DATA   the data folder (default data/)

      A database named by JEJAK_DB_URL is the agency's own to back up.
      """;

  private Backups() {}

  /** Ends with 0 only when everything was done and the ledger is whole; 2 for a wrong command. */
  public static void main(String[] arguments) {
    Logger.getLogger("org.flywaydb").setLevel(Level.WARNING);
    Path root = Path.of(System.getProperty("jejak.home", ".")).toAbsolutePath().normalize();
    Path data = root.resolve("data");
    Path backup = null;
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i].equals("--help") || arguments[i].equals("-h")) {
        System.out.print(USAGE);
        return;
      } else if (arguments[i].equals("--data") && i + 1 < arguments.length) {
        data = Path.of(arguments[++i]).toAbsolutePath().normalize();
      } else if (backup == null && !arguments[i].startsWith("--")) {
        backup = Path.of(arguments[i]).toAbsolutePath().normalize();
      } else {
        misused();
      }
    }
    if (arguments.length == 0 || backup == null) {
      misused();
    }
    try {
      run(arguments[0], new Home(root), data, backup);
    } catch (Trouble e) {
      Progress.say(e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(1);
    }
  }

  private static void run(String what, Home home, Path data, Path backup)
      throws InterruptedException {
    Settings settings = Settings.of(home.root());
    if (settings.get("jejak.db.url").isPresent()) {
      throw new Trouble(
          "The database is not Jejak's own (JEJAK_DB_URL): back it up and restore it with its own"
              + " tools, and copy %s beside it.".formatted(data.resolve("publication")));
    }
    if (what.equals("backup")) {
      if (!Files.isDirectory(data.resolve("pg"))) {
        throw new Trouble("There is no data in %s; name another with --data.".formatted(data));
      }
      Backup.make(data, backup);
    } else {
      Restore.from(home, settings, backup, data);
    }
  }

  private static void misused() {
    System.err.print(USAGE);
    System.exit(2);
  }
}
