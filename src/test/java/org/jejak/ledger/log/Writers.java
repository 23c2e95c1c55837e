package org.jejak.ledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jejak.base.Handle;
import org.jejak.tlog.Merkle;

/** Users whose transactions write entries and end when the test says so. */
final class Writers {
  private record Open(Connection connection, List<byte[]> entries) {}

  private final DataSource application;
  private final String log;
  private final History history;
  private final List<Open> open = new ArrayList<>();
  private int written;

  Writers(DataSource application, String log, History history) {
    this.application = application;
    this.log = log;
    this.history = history;
  }

  int open() {
    return open.size();
  }

  /** Begins a transaction that writes this many entries. */
  void begin(int entries) throws SQLException {
    Connection connection = application.getConnection();
    connection.setAutoCommit(false);
    List<byte[]> all = new ArrayList<>();
    open.add(new Open(connection, all));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_entry"
                + " (log, case_ref, case_seq, bytes, receipt_id, request_id, request_part)"
                + " values (?, ?, 1, ?, ?, ?, 0)")) {
      for (int i = 0; i < entries; i++) {
        byte[] bytes = History.bytes("{\"n\":\"" + written++ + Handle.random() + "\"}");
        String id = HexFormat.of().formatHex(Merkle.leaf(bytes)).substring(0, 32);
        insert.setString(1, log);
        insert.setString(2, id);
        insert.setBytes(3, bytes);
        insert.setString(4, id);
        insert.setString(5, id);
        insert.addBatch();
        all.add(bytes);
      }
      insert.executeBatch();
    }
  }

  void commit(int which) throws SQLException {
    Open transaction = open.remove(which);
    try (Connection connection = transaction.connection()) {
      connection.commit();
    }
    transaction.entries().forEach(history::acknowledged);
  }

  void rollback(int which) throws SQLException {
    try (Connection connection = open.remove(which).connection()) {
      connection.rollback();
    }
  }

  /** Writes entries and commits them at once. */
  void write(int entries) throws SQLException {
    begin(entries);
    commit(open.size() - 1);
  }
}
