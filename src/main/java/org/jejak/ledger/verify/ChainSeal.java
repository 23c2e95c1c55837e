package org.jejak.ledger.verify;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jejak.ledger.Fault;
import org.jejak.ledger.rows.RecordedTable;
import org.jejak.ledger.rows.RecordedTables;
import org.jejak.ledger.seal.Vault;

/** The rows of one chain against its entries: what a file costs does not depend on the others. */
@ApplicationScoped
public class ChainSeal {
  @Resource(lookup = "java:app/jejak")
  DataSource dataSource;

  @Inject RecordedTables tables;
  @Inject Vault vault;

  /** What does not fit; empty when everything does. Call it outside a transaction. */
  public List<Fault> of(String chain) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return look(connection, chain);
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the rows of a chain cannot be read", e);
    }
  }

  private List<Fault> look(Connection connection, String chain) throws SQLException {
    Found found = new Found();
    new ChainLook(connection, vault, Scope.of(chain), found).run(inhabited(connection, chain));
    return found.outcome().faults();
  }

  /** The tables that have rows of this chain, found in one query. */
  private List<RecordedTable> inhabited(Connection connection, String chain) throws SQLException {
    List<RecordedTable> all = tables.all();
    String query =
        all.stream()
            .map(
                table ->
                    "select '%1$s' where exists (select 1 from %1$s where case_ref = ?)"
                        .formatted(table.name()))
            .collect(Collectors.joining(" union all "));
    List<String> names = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(query)) {
      for (int i = 1; i <= all.size(); i++) {
        select.setString(i, chain);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return all.stream().filter(table -> names.contains(table.name())).toList();
  }
}
