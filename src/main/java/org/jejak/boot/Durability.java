package org.jejak.boot;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Refuses a database that acknowledges what a power cut would take back. */
final class Durability {
  private static final Map<String, String> NEVER =
      Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off");

  private Durability() {}

  /** Asks as the application's own role, for which a setting may differ. */
  static void check(Target target, Roles roles, Secrets secrets) {
    try (Connection connection = target.connect(roles.app(), secrets.get(Secrets.APP));
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> setting : NEVER.entrySet()) {
        try (ResultSet row = statement.executeQuery("show " + setting.getKey())) {
          if (!row.next() || row.getString(1).equals(setting.getValue())) {
            throw new Trouble(
                "The database runs with %s=off and would lose what it has acknowledged: switch it on."
                    .formatted(setting.getKey()));
          }
        }
      }
    } catch (SQLException e) {
      throw new Trouble("The application's role cannot log in: " + e.getMessage(), e);
    }
  }
}
