package org.jejak.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of the container tests: started once per run by the launcher's own classes, empty,
 * with the application's roles and schema.
 */
public final class TheDatabase {
  /** Named in {@code arquillian.xml}. */
  private static final Path FOLDER = Path.of("target/it/container").toAbsolutePath();

  private static final String SECRETS = "secrets.properties";

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

  /** Logins of a database of its own on the same server, empty but for roles and schema. */
  public record Another(DataSource application, DataSource sequencer, DataSource superuser) {}

  /** Makes a database of this name anew. */
  public Another another(String name) throws SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
    }
    String url = target.url().substring(0, target.url().lastIndexOf('/') + 1) + name;
    Target other = new Target(url, target.user(), target.password());
    return prepared(other, new Secrets(FOLDER.resolve(SECRETS)));
  }

  /** Gives a database its roles and schema. */
  static Another prepared(Target database, Secrets secrets) {
    Map<String, String> told = Preparation.of(database, secrets);
    return new Another(
        login(database.url(), told, "jejak.database.app"),
        login(database.url(), told, "jejak.database.sequencer"),
        login(database.url(), database.user(), database.password()));
  }

  private static DataSource login(String url, Map<String, String> told, String role) {
    return login(url, told.get(role + ".user"), told.get(role + ".password"));
  }

  private static DataSource login(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setOptions("-c lock_timeout=2000"); // of two in one thread one would wait for ever
    return source;
  }

  /** A connection that may do everything, as an attacker with full rights. */
  public Connection asSuperuser() throws SQLException {
    return target.connect();
  }
}
