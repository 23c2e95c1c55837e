package org.jejak.ledger.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Which chains are looked at: all above one handle and up to another, or one alone.
 *
 * @param after the handle before the first; {@code null} for one alone
 * @param upTo the last handle; {@code null} for all that are left
 */
record Scope(String after, String upTo) {
  static Scope of(String chain) {
    return new Scope(null, chain);
  }

  /** Prepares a query that ends with a condition on this column, which alone has parameters. */
  PreparedStatement query(Connection connection, String select, String column, String order)
      throws SQLException {
    String condition =
        after == null
            ? column + " = ?"
            : column + " > ?" + (upTo == null ? "" : " and " + column + " <= ?");
    PreparedStatement query = connection.prepareStatement(select + " where " + condition + order);
    query.setFetchSize(1000);
    int place = 1;
    if (after != null) {
      query.setString(place++, after);
    }
    if (upTo != null) {
      query.setString(place, upTo);
    }
    return query;
  }
}
