package org.jejak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.Stack;
import org.jejak.tlog.Tiles;
import org.jejak.tlog.VerifierKey;

/**
 * All that an outsider could ever have seen of a log, and whether it fits together. It looks at the
 * database with a connection of its own, so it sees what is committed and nothing else.
 */
final class History {
  private final DataSource database;
  private final String log;
  private final Path publication;
  private final VerifierKey key;
  private final Map<Long, String> roots = new TreeMap<>();
  private final List<String> leaves = new ArrayList<>();
  private final Set<String> committed = new HashSet<>();
  private int left;

  History(DataSource database, Log log, Path publication) {
    this.database = database;
    this.log = log.name();
    this.publication = publication.resolve(log.name());
    this.key = log.keys().verifier();
  }

  /** Somebody was told that this entry is recorded. */
  void acknowledged(byte[] entry) {
    committed.add(hex(Merkle.leaf(entry)));
  }

  int acknowledged() {
    return committed.size();
  }

  /** How many signed notes have left the process. */
  int left() {
    return left;
  }

  /** A signed note leaves the process: to a witness, or into a file. */
  void leaves(String text) throws SQLException {
    SignedNote note = SignedNote.parse(text);
    assertThat(note.isSignedBy(key)).as("signature of what left").isTrue();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    String root = hex(checkpoint.root());
    assertThat(roots.getOrDefault(checkpoint.size(), root))
        .as("root of size %d, signed before", checkpoint.size())
        .isEqualTo(root);
    roots.put(checkpoint.size(), root);
    assertThat(stored().size())
        .as("durable leaves when a checkpoint of %d left", checkpoint.size())
        .isGreaterThanOrEqualTo((int) checkpoint.size());
    left++;
  }

  /** The published checkpoint is about to be replaced by this one: what it implies is there. */
  void published(String text) throws SQLException, IOException {
    leaves(text);
    long size = Checkpoint.parse(SignedNote.parse(text).text()).size();
    List<String> all = stored();
    for (long n = 0; n * Tiles.WIDTH < size; n++) {
      int width = Tiles.width(size, 0, n);
      Path partial = publication.resolve("tile/0/%03d.p/%d".formatted(n, width));
      Path tile = publication.resolve("tile/0/%03d".formatted(n));
      Path there = width < Tiles.WIDTH && !Files.exists(tile) ? partial : tile;
      assertThat(there).as("tile that checkpoint %d implies", size).exists();
      int first = (int) n * Tiles.WIDTH;
      assertThat(HexFormat.of().formatHex(Files.readAllBytes(there)))
          .startsWith(String.join("", all.subList(first, first + width)));
    }
  }

  /** No index has changed its leaf, and every tree that anybody saw is a beginning of this one. */
  void demandOnePast() throws SQLException {
    List<String> now = stored();
    assertThat(now.size()).as("leaves").isGreaterThanOrEqualTo(leaves.size());
    assertThat(now.subList(0, leaves.size())).as("leaves seen before").isEqualTo(leaves);
    leaves.clear();
    leaves.addAll(now);
    Stack tree = new Stack();
    for (String leaf : now) {
      tree.push(HexFormat.of().parseHex(leaf), (height, n, hash) -> {});
      String signed = roots.get(tree.size());
      if (signed != null) {
        assertThat(hex(tree.root())).as("root of size " + tree.size()).isEqualTo(signed);
      }
    }
    assertThat(roots.keySet()).allMatch(size -> size <= now.size(), "not beyond " + now.size());
  }

  /** Each acknowledged entry has exactly one place, and nothing else has any. */
  void demandAllAndNothingElse() throws SQLException {
    demandOnePast();
    assertThat(leaves).as("placed entries").doesNotHaveDuplicates();
    assertThat(new HashSet<>(leaves)).as("placed and acknowledged").isEqualTo(committed);
  }

  private List<String> stored() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select l.idx, l.hash, e.bytes from ledger_leaf l"
                    + " join ledger_entry e on e.id = l.entry_id where l.log = ? order by l.idx")) {
      select.setString(1, log);
      List<String> hashes = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          assertThat(rows.getLong(1)).as("index without a gap").isEqualTo(hashes.size());
          assertThat(rows.getBytes(2)).isEqualTo(Merkle.leaf(rows.getBytes(3)));
          hashes.add(hex(rows.getBytes(2)));
        }
      }
      return hashes;
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
