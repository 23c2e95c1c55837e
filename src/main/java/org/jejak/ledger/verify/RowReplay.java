package org.jejak.ledger.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jejak.ledger.Fault;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.rows.RecordedTables;
import org.jejak.ledger.seal.Vault;

/**
 * Compares all recorded rows with the log, on every core, all in the snapshot of one transaction.
 */
public final class RowReplay {
  /** Chains in one portion. */
  private static final int PORTION = 200;

  /**
   * What was found.
   *
   * @param fields how many fields these rows have
   * @param uncommitted rows of before there were commitments, which the log says nothing of
   * @param faults the first thousand
   */
  public record Outcome(long rows, long fields, long uncommitted, List<Fault> faults) {}

  private final DataSource dataSource;
  private final RecordedTables tables;
  private final Vault vault;
  private final ThreadFactory threads;
  private final Found found = new Found();
  private String reached = "";
  private boolean done;

  public RowReplay(
      DataSource dataSource, RecordedTables tables, Vault vault, ThreadFactory threads) {
    this.dataSource = dataSource;
    this.tables = tables;
    this.vault = vault;
    this.threads = threads;
  }

  /**
   * Looks at everything.
   *
   * @param connection in a transaction with one snapshot
   */
  public Outcome run(Connection connection) throws SQLException {
    String snapshot = export(connection);
    List<FutureTask<Void>> work = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Callable<Void> looks =
          () -> {
            look(snapshot, connection);
            return null;
          };
      FutureTask<Void> task = new FutureTask<>(looks);
      work.add(task);
      threads.newThread(task).start();
    }
    SQLException failed = null;
    for (FutureTask<Void> task : work) {
      try {
        task.get();
      } catch (ExecutionException e) {
        failed = new SQLException("the rows could not be verified", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failed = new SQLException("interrupted while verifying", e);
      }
    }
    if (failed != null) {
      throw failed;
    }
    return found.outcome();
  }

  private void look(String snapshot, Connection leading) throws SQLException {
    try (Connection own = dataSource.getConnection()) {
      own.setAutoCommit(false);
      own.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      own.setReadOnly(true);
      try (Statement share = own.createStatement()) {
        share.execute("set transaction snapshot '" + snapshot + "'");
        for (Scope scope = next(leading); scope != null; scope = next(leading)) {
          new ChainLook(own, vault, scope, found).run(tables.all());
        }
      } finally {
        own.rollback();
        own.setReadOnly(false);
        own.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        own.setAutoCommit(true);
      }
    }
  }

  /** The next portion; {@code null} after the last, which has no upper end. */
  private synchronized Scope next(Connection connection) throws SQLException {
    if (done) {
      return null;
    }
    String after = reached;
    String last = null;
    int chains = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "select distinct case_ref from ledger_entry where log = ? and case_ref > ?"
                + " order by case_ref limit ?")) {
      select.setString(1, Ledger.RECORDS);
      select.setString(2, after);
      select.setInt(3, PORTION);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          last = rows.getString(1);
          chains++;
        }
      }
    }
    done = chains < PORTION;
    reached = last;
    return new Scope(after, done ? null : last);
  }

  private static String export(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
      row.next();
      return row.getString(1);
    }
  }
}
