package org.jejak.ledger;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jejak.ledger.log.Head;
import org.jejak.ledger.log.LogKeys;
import org.jejak.ledger.log.Publication;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.Stack;

/**
 * Recomputes a whole log from its stored bytes, in one snapshot and row by row: bytes, leaves,
 * subtrees, every checkpoint ever signed, the head, the published tiles, and each chain.
 */
final class Replay {
  private static final int MOST_FAULTS = 1000;
  private static final int FETCH = 2000;
  private static final long REPORT_EVERY = 1000;
  private static final HexFormat HEX = HexFormat.of();

  /** What the chain check needs of an entry's bytes. */
  private record Fields(String act, String who, String chain, long seq, String prev, String n) {}

  private record Chain(long seq, byte[] leaf) {}

  private record Node(int level, long n, byte[] hash) {}

  private final Connection connection;
  private final String log;
  private final LogKeys keys;
  private final Publication publication;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Chain> chains = new HashMap<>();
  private final Stack tree = new Stack();
  private final List<Node> computed = new ArrayList<>();
  private long lastGood = -1;
  private String author = "";

  /** True once a leaf is missing: no later root can fit, and saying so each time helps nobody. */
  private boolean torn;

  Replay(Connection connection, String log, LogKeys keys, Publication publication) {
    this.connection = connection;
    this.log = log;
    this.keys = keys;
    this.publication = publication;
  }

  List<Fault> faults() {
    return faults;
  }

  long size() {
    return tree.size();
  }

  String root() {
    return HEX.formatHex(tree.root());
  }

  /**
   * Reads everything.
   *
   * @param progress hears how many entries have been read
   */
  void run(LongConsumer progress) throws SQLException, IOException {
    try (PreparedStatement checkpoints =
            cursor("select size, root, note from ledger_checkpoint where log = ? order by size");
        PreparedStatement leaves =
            cursor(
                "select l.idx, l.hash, e.bytes, e.case_ref, e.case_seq, e.receipt_id"
                    + " from ledger_leaf l left join ledger_entry e on e.id = l.entry_id"
                    + " where l.log = ? order by l.idx");
        ResultSet kept = checkpoints.executeQuery();
        ResultSet rows = leaves.executeQuery()) {
      boolean more = kept.next();
      while (rows.next()) {
        leaf(rows);
        for (; more && kept.getLong(1) <= tree.size(); more = kept.next()) {
          checkpoint(kept);
        }
        if (tree.size() % REPORT_EVERY == 0) {
          progress.accept(tree.size());
        }
      }
      for (; more; more = kept.next()) {
        fault(Fault.Kind.CHECKPOINT_ROOT, kept.getLong(1) - 1, "ledger_checkpoint", "size", "");
      }
    }
    nodes();
    head();
    published();
    progress.accept(tree.size());
  }

  /** A committed entry of this chain was waited for and got no place. */
  void notPlaced(String chain) {
    fault(Fault.Kind.NOT_PLACED, -1, "ledger_entry", "id", chain);
  }

  private PreparedStatement cursor(String query) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    statement.setFetchSize(FETCH);
    statement.setString(1, log);
    return statement;
  }

  private void leaf(ResultSet row) throws SQLException, IOException {
    long index = row.getLong(1);
    for (long missing = tree.size(); missing < index; missing++) {
      fault(Fault.Kind.LEAF_MISSING, missing, "ledger_leaf", "idx", "");
      byte[] known = publishedLeaf(missing);
      torn |= known == null;
      push(known == null ? new byte[32] : known);
    }
    byte[] hash = row.getBytes(2);
    byte[] bytes = row.getBytes(3);
    if (bytes == null) {
      fault(Fault.Kind.ENTRY_MISSING, index, "ledger_entry", "id", "");
    } else {
      entry(row, index, hash, bytes);
    }
    byte[] known = publishedLeaf(index);
    if (known != null && !Arrays.equals(known, hash)) {
      fault(Fault.Kind.TILE_DIFFERS, index, "ledger_leaf", "hash", "");
    }
    push(hash);
  }

  private void entry(ResultSet row, long index, byte[] hash, byte[] bytes) throws SQLException {
    String chain = row.getString(4);
    if (!Arrays.equals(Merkle.leaf(bytes), hash)) {
      fault(Fault.Kind.BYTES_CHANGED, index, "ledger_entry", "bytes", chain);
      chains.put(chain, new Chain(row.getLong(5), hash)); // the next one is not to blame
      return;
    }
    Optional<Fields> read = fields(bytes);
    if (read.isEmpty()) {
      fault(Fault.Kind.UNREADABLE, index, "ledger_entry", "bytes", chain);
      return;
    }
    Fields fields = read.get();
    int before = faults.size();
    differs(index, "case_ref", fields.chain(), chain, fields.chain());
    differs(index, "case_seq", fields.seq(), row.getLong(5), fields.chain());
    differs(index, "receipt_id", fields.n(), row.getString(6), fields.chain());
    chained(index, fields, hash);
    if (index == 0 && !fields.act().matches("log\\.(begun|succeeded)/.*")) {
      fault(Fault.Kind.BEGINNING, 0, "ledger_entry", "act", fields.chain());
    }
    if (faults.size() == before) {
      lastGood = index;
      author = fields.who();
    }
  }

  private void chained(long index, Fields fields, byte[] hash) {
    Chain before = chains.put(fields.chain(), new Chain(fields.seq(), hash));
    long expected = before == null ? 1 : before.seq() + 1;
    if (fields.seq() != expected) {
      fault(Fault.Kind.CHAIN_GAP, index, "ledger_entry", "seq", fields.chain());
    } else {
      String prev = before == null ? "" : HEX.formatHex(before.leaf());
      if (!prev.equals(fields.prev())) {
        fault(Fault.Kind.CHAIN_BROKEN, index, "ledger_entry", "prev", fields.chain());
      }
    }
  }

  private void push(byte[] hash) {
    tree.push(
        hash,
        (height, n, subtree) -> {
          if (height % 8 == 0) {
            computed.add(new Node(height / 8, n, subtree));
          }
        });
  }

  private void checkpoint(ResultSet row) throws SQLException {
    long size = row.getLong(1);
    byte[] root = row.getBytes(2);
    if (!signed(row.getString(3), size, root)) {
      fault(Fault.Kind.CHECKPOINT_UNSIGNED, size - 1, "ledger_checkpoint", "note", "");
    }
    if (!torn && (size != tree.size() || !Arrays.equals(root, tree.root()))) {
      fault(Fault.Kind.CHECKPOINT_ROOT, size - 1, "ledger_checkpoint", "root", "");
    }
  }

  private boolean signed(String text, long size, byte[] root) {
    try {
      SignedNote note = SignedNote.parse(text);
      return keys.signed(note)
          && note.text().equals(new Checkpoint(keys.origin(), size, root).text());
    } catch (IllegalArgumentException e) {
      return false; // not even a note
    }
  }

  /** Each kept subtree against the one that was computed; none may be missing or too many. */
  private void nodes() throws SQLException {
    Map<String, byte[]> kept = new HashMap<>();
    try (PreparedStatement select =
            cursor("select level, n, hash from ledger_node where log = ? order by level, n");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        kept.put(rows.getInt(1) + "/" + rows.getLong(2), rows.getBytes(3));
      }
    }
    for (Node node : computed) {
      byte[] stored = kept.remove(node.level() + "/" + node.n());
      if (!torn && !Arrays.equals(stored, node.hash())) {
        long first = node.n() << (8 * node.level());
        fault(Fault.Kind.NODE_DIFFERS, first, "ledger_node", "hash", "");
      }
    }
    for (int i = 0; i < kept.size(); i++) {
      fault(Fault.Kind.NODE_DIFFERS, -1, "ledger_node", "n", "");
    }
  }

  private void head() throws SQLException {
    Head head = Head.of(connection, log);
    if (head.size() != tree.size()) {
      fault(Fault.Kind.HEAD_DIFFERS, head.size() - 1, "ledger_head", "size", "");
    } else if (!torn && !Arrays.equals(head.root(), tree.root())) {
      fault(Fault.Kind.HEAD_DIFFERS, head.size() - 1, "ledger_head", "root", "");
    }
    if (head.size() > 0 && !signed(head.note(), head.size(), head.root())) {
      fault(Fault.Kind.HEAD_DIFFERS, head.size() - 1, "ledger_head", "note", "");
    }
  }

  /**
   * What outsiders have seen must be a checkpoint that was kept, or one newer than the snapshot.
   */
  private void published() throws SQLException, IOException {
    Optional<String> text = publication.checkpoint();
    if (text.isEmpty()) {
      return;
    }
    SignedNote note;
    Checkpoint seen;
    try {
      note = SignedNote.parse(text.get());
      seen = Checkpoint.parse(note.text());
    } catch (IllegalArgumentException e) {
      fault(Fault.Kind.PUBLISHED_DIFFERS, -1, "publication", "checkpoint", "");
      return;
    }
    boolean kept;
    try (PreparedStatement select =
        connection.prepareStatement(
            "select 1 from ledger_checkpoint where log = ? and size = ? and root = ?")) {
      select.setString(1, log);
      select.setLong(2, seen.size());
      select.setBytes(3, seen.root());
      try (ResultSet row = select.executeQuery()) {
        kept = row.next();
      }
    }
    boolean newer = seen.size() > tree.size();
    if (!keys.signed(note) || !seen.origin().equals(keys.origin()) || !(kept || newer)) {
      fault(Fault.Kind.PUBLISHED_DIFFERS, seen.size() - 1, "publication", "checkpoint", "");
    }
  }

  private byte[] publishedLeaf(long index) throws IOException {
    return publication.leaf(index).orElse(null);
  }

  private <T> void differs(long index, String column, T said, T stored, String chain) {
    if (!said.equals(stored)) {
      fault(Fault.Kind.COLUMN_DIFFERS, index, "ledger_entry", column, chain);
    }
  }

  private void fault(Fault.Kind kind, long index, String table, String field, String chain) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(kind, index, table, field, chain, lastGood, author));
    }
  }

  /** The few fields of the outermost object, without building all the rest. */
  private static Optional<Fields> fields(byte[] bytes) {
    Map<String, String> found = new HashMap<>();
    try (JsonParser parser = Json.createParser(new ByteArrayInputStream(bytes))) {
      String name = "";
      parser.next();
      while (parser.hasNext()) {
        switch (parser.next()) {
          case KEY_NAME -> name = parser.getString();
          case VALUE_STRING, VALUE_NUMBER -> found.put(name, parser.getString());
          case START_OBJECT -> parser.skipObject();
          case START_ARRAY -> parser.skipArray();
          default -> {}
        }
      }
      if (!found.keySet().containsAll(List.of("act", "who", "case", "seq", "n"))) {
        return Optional.empty();
      }
      return Optional.of(
          new Fields(
              found.get("act"),
              found.get("who"),
              found.get("case"),
              Long.parseLong(found.get("seq")),
              found.getOrDefault("prev", ""),
              found.get("n")));
    } catch (JsonException | IllegalStateException | NumberFormatException e) {
      return Optional.empty(); // answered by its caller: UNREADABLE
    }
  }
}
