package org.jejak.boot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.Stack;

/**
 * Whether each log in a database is whole: every entry hashes to its leaf, no index is missing, the
 * tree has the root of the head, and the head's note says the same. Who signed it is a matter for
 * the application, which has the keys.
 */
final class LedgerCheck {
  private static final int FETCH = 1000;

  private final Map<String, Long> sizes = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  LedgerCheck(Connection connection) throws SQLException {
    connection.setAutoCommit(false); // so that rows come in portions
    try (Statement statement = connection.createStatement();
        ResultSet heads =
            statement.executeQuery("select log, size, root, note from ledger_head order by log")) {
      while (heads.next()) {
        String log = heads.getString(1);
        sizes.put(log, heads.getLong(2));
        check(connection, log, heads.getLong(2), heads.getBytes(3), heads.getString(4));
      }
    } finally {
      connection.rollback();
    }
  }

  /** What does not fit, one sentence each. */
  List<String> faults() {
    return faults;
  }

  /** How many placed entries there are in all logs. */
  long entries() {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The size of a log; empty where there is none of that name. */
  Optional<Long> size(String log) {
    return Optional.ofNullable(sizes.get(log));
  }

  private void check(Connection connection, String log, long size, byte[] root, String note)
      throws SQLException {
    Stack tree = new Stack();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select l.idx, l.hash, e.bytes from ledger_leaf l"
                + " left join ledger_entry e on e.id = l.entry_id where l.log = ? order by l.idx")) {
      select.setFetchSize(FETCH);
      select.setString(1, log);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          leaf(log, tree.size(), rows);
          tree.push(rows.getBytes(2), (height, n, hash) -> {});
        }
      }
    }
    if (tree.size() != size || !Arrays.equals(tree.root(), root)) {
      faults.add("the tree of %s is not the one that its head names".formatted(log));
    }
    if (size > 0 && !says(note, size, root)) {
      faults.add("the signed checkpoint of %s is not that of its head".formatted(log));
    }
  }

  private void leaf(String log, long expected, ResultSet row) throws SQLException {
    byte[] bytes = row.getBytes(3);
    if (row.getLong(1) != expected) {
      faults.add("entry %d of %s is missing".formatted(expected, log));
    } else if (bytes == null || !Arrays.equals(Merkle.leaf(bytes), row.getBytes(2))) {
      faults.add("entry %d of %s is not what was recorded".formatted(expected, log));
    }
  }

  private static boolean says(String note, long size, byte[] root) {
    try {
      Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
      return checkpoint.size() == size && Arrays.equals(checkpoint.root(), root);
    } catch (IllegalArgumentException e) {
      return false; // not a checkpoint at all
    }
  }
}
