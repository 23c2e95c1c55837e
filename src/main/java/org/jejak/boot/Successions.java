package org.jejak.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where {@code scripts/succeed} begins. */
public final class Successions {
  static final String USAGE =
      """
      scripts/succeed --origin NAME --reason TEXT [--data DATA]

      The last resort, with Jejak stopped: the log "records" ends, and another begins under a new
      name and a new key. Use it when the signing key was stolen, or when neither a backup nor the
      published files can bring back what was lost. Before it, print the last checkpoint and have
      witnesses sign it. Entry 0 of the new log names the old one, its size, its root and the reason;
      all entries that are left follow. Old receipts stay valid under the old key.

        --origin NAME  the new log's name for all time, as jejak.ledger.origin; not the old one's
        --reason TEXT  why, for everybody who ever reads the log; at most 500 characters
        --data DATA    the data folder (default data/)

      Afterwards set jejak.ledger.origin to NAME, copy the new key to a safe place, and tell the
      witnesses: they know the old log only.
      """;

  private static final int LONGEST_REASON = 500;

  private Successions() {}

  /** Ends with 0 only when it was done; 2 for a wrong command. */
  public static void main(String[] arguments) {
    Logger.getLogger("org.flywaydb").setLevel(Level.WARNING);
    Path root = Path.of(System.getProperty("jejak.home", ".")).toAbsolutePath().normalize();
    Path data = root.resolve("data");
    String origin = "";
    String reason = "";
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--origin" -> origin = arguments[i + 1];
        case "--reason" -> reason = arguments[i + 1];
        case "--data" -> data = Path.of(arguments[i + 1]).toAbsolutePath().normalize();
        default -> misused();
      }
    }
    if (arguments.length % 2 == 1 || !isOrigin(origin) || !isReason(reason)) {
      misused();
    }
    try {
      run(new Home(root), data, origin, reason);
    } catch (Trouble e) {
      Progress.say(e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(1);
    }
  }

  private static void misused() {
    System.err.print(USAGE);
    System.exit(2);
  }

  private static boolean isOrigin(String text) {
    return text.matches("[\\x21-\\x7e&&[^+\"\\\\]]{1,200}");
  }

  private static boolean isReason(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_REASON
        && text.chars().noneMatch(Character::isISOControl);
  }

  private static void run(Home home, Path data, String origin, String reason)
      throws InterruptedException {
    Settings settings = Settings.of(home.root());
    if (!Files.isDirectory(data)) {
      throw new Trouble("There is no data in %s; name another with --data.".formatted(data));
    }
    try (DataFolder folder = DataFolder.take(data)) {
      Secrets secrets = new Secrets(folder.secrets());
      try (Database database = Databases.of(settings, home, folder, secrets)) {
        database.endOrphans();
        Target target = database.await();
        Roles roles = Roles.prepare(target, secrets);
        String unused = Schema.migrate(target, roles);
        run(new Succession(folder, keys(settings, data), origin, reason), target, roles);
      }
      Progress.say("Now set jejak.ledger.origin=" + origin);
    } catch (IOException | SQLException e) {
      throw new Trouble("The succession could not be finished; run it again: " + e.getMessage(), e);
    }
  }

  private static void run(Succession succession, Target target, Roles roles)
      throws IOException, SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set role " + roles.owner());
      Progress.say("The new log's key: " + succession.run(connection));
    }
  }

  /** As the application finds them. */
  static Path keys(Settings settings, Path data) {
    return settings
        .get("jejak.ledger.key-file")
        .map(file -> Path.of(file).toAbsolutePath().getParent())
        .orElseGet(
            () ->
                Files.exists(data.resolve("demo"))
                    ? data.resolve("keys")
                    : data.resolveSibling(data.getFileName() + "-keys"));
  }
}
