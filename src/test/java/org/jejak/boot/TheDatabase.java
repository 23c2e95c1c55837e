package org.jejak.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The database of the container tests: started once per run by the launcher's own classes, empty,
 * with the application's roles and schema.
 */
public final class TheDatabase {
  /** Named in {@code arquillian.xml}. */
  private static final Path FOLDER = Path.of("target/it/container").toAbsolutePath();

  private static TheDatabase running;

  private final Target target;

  private TheDatabase(Target target) {
    this.target = target;
  }

  /** Starts it, unless it runs already, and writes down for the server how to reach it. */
  public static synchronized TheDatabase start() {
    try {
      if (running == null) {
        running = startOnce();
      }
      return running;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static TheDatabase startOnce() throws IOException, InterruptedException {
    Home home = new Home(Path.of("").toAbsolutePath());
    DataFolder folder = DataFolder.take(FOLDER);
    Secrets secrets = new Secrets(folder.secrets());
    Database database = Databases.of(Settings.of(home.root()), home, folder, secrets);
    database.endOrphans();
    folder.clear();
    database = Databases.of(Settings.of(home.root()), home, folder, new Secrets(folder.secrets()));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    Target target = database.await();
    Map<String, String> told = new TreeMap<>(Preparation.of(target, new Secrets(folder.secrets())));
    told.put("jejak.data.folder", folder.root().toString());
    told.put("jejak.search.folder", folder.file("search").toString());
    told.put("jejak.demo", "false");
    PropertiesFile.write(folder.serverSettings(), told);
    return new TheDatabase(target);
  }

  /** A connection that may do everything, as an attacker with full rights. */
  public Connection asSuperuser() throws SQLException {
    return target.connect();
  }
}
