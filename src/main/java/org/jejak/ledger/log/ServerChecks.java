package org.jejak.ledger.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the database server must be set to, or a signed checkpoint could outlive its entries. */
final class ServerChecks {
  private ServerChecks() {}

  static void demandDurable(Connection connection) throws SQLException, IOException {
    demand(connection, "fsync", "on");
    demand(connection, "full_page_writes", "on");
    demandNot(connection, "synchronous_commit", "off");
  }

  private static void demand(Connection connection, String name, String wanted)
      throws SQLException, IOException {
    String value = setting(connection, name);
    if (!value.equals(wanted)) {
      throw new IOException(
          "PostgreSQL runs with %s=%s; the ledger needs %s".formatted(name, value, wanted));
    }
  }

  private static void demandNot(Connection connection, String name, String refused)
      throws SQLException, IOException {
    if (setting(connection, name).equals(refused)) {
      throw new IOException(
          "PostgreSQL runs with %s=%s; the ledger refuses that".formatted(name, refused));
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement show = connection.createStatement();
        ResultSet row = show.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
