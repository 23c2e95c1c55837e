package org.jejak.ledger.seal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Wraps data keys with the current master key that an earlier one wraps. */
@ApplicationScoped
public class Rewrapping {
  @Resource(lookup = "java:app/jejak")
  DataSource dataSource;

  @Inject Vault vault;

  /** How many data keys an earlier master key wraps. */
  public long left() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select count(*) from ledger_key where master <> ? and wrapped is not null")) {
      select.setString(1, vault.master());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the data keys cannot be counted", e);
    }
  }

  /**
   * Wraps some data keys anew, that an earlier master key wraps, in one statement.
   *
   * @return how many; 0 when none is left
   */
  public int some(int most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select id from ledger_key where master <> ? and wrapped is not null limit ?")) {
      select.setString(1, vault.master());
      select.setInt(2, most);
      List<String> ids = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      List<KeyRing.Made> anew =
          vault.read(connection, ids).values().stream().map(vault::wrap).toList();
      if (anew.size() < ids.size()) {
        throw new IllegalStateException("a data key was tampered with; verify the log");
      }
      update(connection, anew);
      return anew.size();
    } catch (SQLException e) {
      throw new IllegalStateException("the data keys cannot be wrapped anew", e);
    }
  }

  private static void update(Connection connection, List<KeyRing.Made> anew) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ledger_key k set master = n.master, wrapped = n.wrapped"
                + " from unnest(?::text[], ?::text[], ?::bytea[]) as n (id, master, wrapped)"
                + " where k.id = n.id and k.wrapped is not null")) {
      update.setArray(1, array(connection, "text", anew.stream().map(KeyRing.Made::id)));
      update.setArray(2, array(connection, "text", anew.stream().map(KeyRing.Made::master)));
      update.setArray(
          3,
          connection.createArrayOf(
              "bytea", anew.stream().map(KeyRing.Made::wrapped).toArray(byte[][]::new)));
      update.executeUpdate();
    }
  }

  private static Array array(Connection connection, String type, Stream<String> values)
      throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }
}
