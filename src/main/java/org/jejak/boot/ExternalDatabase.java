package org.jejak.boot;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL that somebody else runs. It is waited for as long as it takes, never replaced. */
final class ExternalDatabase implements Database {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int OLDEST_VERSION = 15;

  private final Target target;

  ExternalDatabase(Target target) {
    if (!target.url().startsWith(Target.SCHEME)) {
      throw new Trouble(
          "JEJAK_DB_URL must begin with jdbc:postgresql: as in"
              + " jdbc:postgresql://db.example:5432/jejak.");
    }
    this.target = target;
  }

  @Override
  public void endOrphans() {}

  @Override
  public Target await() throws InterruptedException {
    String said = "";
    while (true) {
      try (Connection connection = target.connect()) {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
          throw new Trouble("Jejak needs PostgreSQL 15 or newer; this one is " + version + ".");
        }
        return target;
      } catch (SQLException e) {
        said = sayOnce(said, "Waiting for the database " + target + ": " + e.getMessage());
        Thread.sleep(PAUSE);
      }
    }
  }

  private static String sayOnce(String before, String now) {
    if (!now.equals(before)) {
      Progress.say(now);
    }
    return now;
  }

  @Override
  public boolean isGone() {
    return false;
  }

  @Override
  public void close() {}
}
