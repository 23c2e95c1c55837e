package org.jejak.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A data folder seen from a test. */
public final class Premises {
  private Premises() {}

  /** Ends what a killed test run left on the folder, and empties it. */
  public static Path cleared(Path data) throws IOException {
    LauncherProcess.clear(data);
    return data;
  }

  /** The embedded database of a running launcher, with full rights. */
  public static Connection superuser(Path data) throws SQLException {
    try {
      Map<String, String> secrets = PropertiesFile.read(data.resolve("secrets.properties"));
      String port = Files.readString(data.resolve("pg.port")).strip();
      return new Target(
              "jdbc:postgresql://127.0.0.1:" + port + "/jejak",
              "postgres",
              secrets.get(Secrets.SUPERUSER))
          .connect();
    } catch (IOException e) {
      throw new SQLException("no database in " + data, e);
    }
  }
}
