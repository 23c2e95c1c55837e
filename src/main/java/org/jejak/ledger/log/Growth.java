package org.jejak.ledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Edge;

/** What a tree gains in one transaction: leaves, nodes, a kept checkpoint, and the moved head. */
final class Growth {
  private static final String HEAD_HAS_MOVED = "the head has moved: somebody else is at work";

  private record Leaf(long index, long entry, byte[] hash) {}

  private record Node(int level, long n, byte[] hash) {}

  private final Connection connection;
  private final String log;
  private final Edge edge;
  private final long size;
  private final byte[] root;
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  /**
   * @param edge moves with each leaf; worthless to the caller if anything here throws
   */
  Growth(Connection connection, String log, Edge edge) {
    this.connection = connection;
    this.log = log;
    this.edge = edge;
    this.size = edge.size();
    this.root = edge.root();
  }

  /** Gives the entry of this row the next place. */
  void add(long entry, byte[] hash) {
    leaves.add(new Leaf(edge.size(), entry, hash));
    edge.add(hash, (level, n, node) -> nodes.add(new Node(level, n, node)));
  }

  /**
   * Writes it all; the caller commits.
   *
   * @param note the signed checkpoint of the edge as it is now
   */
  void write(Checkpoint checkpoint, String note) throws SQLException {
    writeLeaves();
    writeNodes();
    try (PreparedStatement keep =
            connection.prepareStatement(
                "insert into ledger_checkpoint (log, size, root, note) values (?, ?, ?, ?)");
        PreparedStatement swap =
            connection.prepareStatement(
                "update ledger_head set size = ?, root = ?, note = ?"
                    + " where log = ? and size = ? and root = ?")) {
      keep.setString(1, log);
      keep.setLong(2, checkpoint.size());
      keep.setBytes(3, checkpoint.root());
      keep.setString(4, note);
      keep.executeUpdate();
      swap.setLong(1, checkpoint.size());
      swap.setBytes(2, checkpoint.root());
      swap.setString(3, note);
      swap.setString(4, log);
      swap.setLong(5, size);
      swap.setBytes(6, root);
      if (swap.executeUpdate() != 1) {
        throw new SQLException(HEAD_HAS_MOVED, "40001");
      }
    }
  }

  private void writeLeaves() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_leaf (log, idx, entry_id, hash) values (?, ?, ?, ?)")) {
      for (Leaf leaf : leaves) {
        insert.setString(1, log);
        insert.setLong(2, leaf.index());
        insert.setLong(3, leaf.entry());
        insert.setBytes(4, leaf.hash());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void writeNodes() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_node (log, level, n, hash) values (?, ?, ?, ?)")) {
      for (Node node : nodes) {
        insert.setString(1, log);
        insert.setInt(2, node.level());
        insert.setLong(3, node.n());
        insert.setBytes(4, node.hash());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
