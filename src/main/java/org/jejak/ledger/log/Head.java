package org.jejak.ledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a log stands, as it is stored.
 *
 * @param note the signed checkpoint of this size; empty while the log is
 */
@SuppressWarnings("ArrayRecordComponent") // read and compared, never changed
public record Head(long size, byte[] root, String note) {
  /** The head in the connection's snapshot. */
  public static Head of(Connection connection, String log) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select size, root, note from ledger_head where log = ?")) {
      select.setString(1, log);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new Diverged("log " + log + " has no head");
        }
        return new Head(row.getLong(1), row.getBytes(2), row.getString(3));
      }
    }
  }
}
