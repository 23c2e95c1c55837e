package org.jejak.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Random;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.jejak.tlog.Stack;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Makes a log long: entries of 1 KB in chains of eight, with real hashes, subtrees and a signed
 * head, written in one transaction past the product. The running sequencer finds the head moved, as
 * when another node had been at work, loads it again and publishes it.
 */
final class BigLog {
  private static final HexFormat HEX = HexFormat.of();
  private static final int CHAIN = 8;
  private static final int LOT = 1 << 20;
  private static final String FILL =
      "Keterangan pengisi agar catatan ini sepanjang satu kilobita. ";

  private final Database database;
  private final SigningKey key;
  private final Random random = new Random(20_261_122);

  BigLog(Database database, Path key) throws IOException {
    this.database = database;
    this.key = SigningKey.read(key);
  }

  /** Appends entries until the log has {@code size}. */
  void growTo(long size) throws SQLException, IOException {
    try (Connection connection = database.open()) {
      connection.setAutoCommit(false);
      try (Statement lock = connection.createStatement()) {
        lock.execute("set synchronous_commit = on");
        lock.execute("select 1 from ledger_head where log = 'records' for update");
      }
      Stack tree = tree(connection);
      long first = tree.size();
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      Lot leaves = new Lot(copy, "ledger_leaf (log, idx, entry_id, hash)");
      Lot nodes = new Lot(copy, "ledger_node (log, level, n, hash)");
      Lot entries =
          new Lot(
              copy,
              "ledger_entry (log, case_ref, case_seq, bytes, receipt_id, request_id, request_part)");
      long id = nextId(connection);
      String chain = "";
      byte[] before = null;
      for (long index = first; index < size; index++) {
        int seq = (int) ((index - first) % CHAIN) + 1;
        if (seq == 1) {
          chain = HEX.formatHex(bytes(13));
          before = null;
        }
        String nonce = HEX.formatHex(bytes(16));
        byte[] entry = entry(chain, seq, before, nonce);
        byte[] leaf = Merkle.leaf(entry);
        entries.row("records", chain, seq, hex(entry), nonce, "bench-" + nonce, 0);
        leaves.row("records", index, id++, hex(leaf));
        tree.push(
            leaf,
            (height, n, subtree) -> {
              if (height % 8 == 0) {
                nodes.row("records", height / 8, n, hex(subtree));
              }
            });
        before = leaf;
      }
      entries.send();
      leaves.send();
      nodes.send();
      sign(connection, tree);
      connection.commit();
    }
    database.run("analyze ledger_entry, ledger_leaf, ledger_node");
  }

  private static Stack tree(Connection connection) throws SQLException {
    Stack tree = new Stack();
    try (Statement select = connection.createStatement()) {
      select.setFetchSize(10_000);
      try (ResultSet rows =
          select.executeQuery("select hash from ledger_leaf where log = 'records' order by idx")) {
        while (rows.next()) {
          tree.push(rows.getBytes(1), (height, n, subtree) -> {});
        }
      }
    }
    return tree;
  }

  /** The copied rows take the numbers that follow; nobody else writes while this is measured. */
  private static long nextId(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery("select nextval(pg_get_serial_sequence('ledger_entry', 'id'))")) {
      row.next();
      return row.getLong(1) + 1;
    }
  }

  private void sign(Connection connection, Stack tree) throws SQLException {
    Checkpoint checkpoint = new Checkpoint(key.verifier().name(), tree.size(), tree.root());
    String note = SignedNote.sign(checkpoint.text(), key).toString();
    try (PreparedStatement keep =
            connection.prepareStatement(
                "insert into ledger_checkpoint (log, size, root, note) values ('records', ?, ?, ?)");
        PreparedStatement head =
            connection.prepareStatement(
                "update ledger_head set size = ?, root = ?, note = ? where log = 'records'")) {
      for (PreparedStatement statement : new PreparedStatement[] {keep, head}) {
        statement.setLong(1, tree.size());
        statement.setBytes(2, tree.root());
        statement.setString(3, note);
        statement.executeUpdate();
      }
    }
  }

  /** Canonical: its fields in the order of their names. */
  private static byte[] entry(String chain, int seq, byte[] before, String nonce) {
    String entry =
        """
        {"act":"bench.filled/1","app":"bench","at":"2026-01-02T03:04:05.000006Z","case":"%s",\
        "data":{"text":"%s"},"n":"%s",%s"req":"bench-%s","role":"system","seq":%d,"v":1,\
        "who":"system/bench"}"""
            .formatted(
                chain,
                FILL.repeat(12).substring(0, 640),
                nonce,
                before == null ? "" : "\"prev\":\"" + HEX.formatHex(before) + "\",",
                nonce,
                seq);
    return entry.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes(int length) {
    byte[] made = new byte[length];
    random.nextBytes(made);
    return made;
  }

  private static String hex(byte[] bytes) {
    return "\\\\x" + HEX.formatHex(bytes);
  }

  /** Rows on their way into one table. */
  private static final class Lot {
    private final CopyManager copy;
    private final String table;
    private final StringBuilder rows = new StringBuilder();

    Lot(CopyManager copy, String table) {
      this.copy = copy;
      this.table = table;
    }

    void row(Object... values) {
      for (int i = 0; i < values.length; i++) {
        rows.append(i == 0 ? "" : "\t").append(values[i]);
      }
      rows.append('\n');
      if (rows.length() > LOT) {
        send();
      }
    }

    void send() {
      byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
      rows.setLength(0);
      try {
        copy.copyIn("copy " + table + " from stdin", new ByteArrayInputStream(bytes));
      } catch (SQLException | IOException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }
}
