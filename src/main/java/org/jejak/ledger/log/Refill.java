package org.jejak.ledger.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Edge;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.Tiles;

/**
 * Puts back into an older database what it had published: entries, leaves, nodes and the head, up
 * to the published checkpoint, which is stored again as it was signed.
 *
 * <p>Nothing is written before the bundles have been shown to give that checkpoint's root. The rows
 * that the entries speak of do not come back: a bundle holds what happened and commitments to
 * values, never the values. Full verification names those rows afterwards.
 */
public final class Refill {
  /** What stands beside an entry's bytes in its row. */
  public record Columns(String chain, long seq, String receiptId, String request) {}

  /** Which indexes came back: from {@code from}, up to and without {@code to}. */
  public record Result(long from, long to) {}

  private final Log log;
  private final Function<byte[], Columns> columns;

  /**
   * @param columns reads them out of an entry
   */
  public Refill(Log log, Function<byte[], Columns> columns) {
    this.log = log;
    this.columns = columns;
  }

  /**
   * Does it; begun again after a crash it goes on.
   *
   * @param application may write entries
   * @param sequencer may give them places
   * @throws Diverged when the published files do not continue this database
   */
  public Result run(Connection application, Connection sequencer) throws SQLException, IOException {
    String note =
        log.publication()
            .checkpoint()
            .orElseThrow(() -> new Diverged("nothing of this log was published"));
    SignedNote signed = SignedNote.parse(note);
    Checkpoint goal = Checkpoint.parse(signed.text());
    if (!log.keys().signed(signed) || !goal.origin().equals(log.origin())) {
      throw new Diverged("the published checkpoint is not signed by this log's key");
    }
    Head head = Head.of(sequencer, log.name());
    if (goal.size() <= head.size()) {
      throw new Diverged("the published log is not longer than the database");
    }
    StoredTiles tiles = new StoredTiles(sequencer, log.name());
    List<byte[]> entries = published(head.size(), goal.size());
    demandContinued(tiles, head, entries, goal);
    List<Long> ids = writeEntries(application, entries);
    application.commit();
    Growth growth = new Growth(sequencer, log.name(), new Edge(tiles, head.size()));
    for (int i = 0; i < ids.size(); i++) {
      growth.add(ids.get(i), Merkle.leaf(entries.get(i)));
    }
    growth.write(goal, own(signed));
    sequencer.commit();
    return new Result(head.size(), goal.size());
  }

  private static void demandContinued(
      StoredTiles tiles, Head head, List<byte[]> entries, Checkpoint goal) {
    Edge edge = new Edge(tiles, head.size());
    if (!Arrays.equals(edge.root(), head.root())) {
      throw new Diverged("the tree of the database does not have its head's root");
    }
    entries.forEach(entry -> edge.add(Merkle.leaf(entry), (level, n, hash) -> {}));
    if (!Arrays.equals(edge.root(), goal.root())) {
      throw new Diverged("the published entries do not continue this database");
    }
  }

  /** The note as the log itself had stored it, without what was added when it was published. */
  private String own(SignedNote note) {
    List<SignedNote.Line> lines =
        log.keys().verifiers().stream()
            .flatMap(key -> note.linesOf(key.name(), key.id()).stream())
            .toList();
    return new SignedNote(note.text(), lines).toString();
  }

  private List<byte[]> published(long from, long to) throws IOException {
    List<byte[]> entries = new ArrayList<>();
    for (long n = from / Tiles.WIDTH; n * Tiles.WIDTH < to; n++) {
      List<byte[]> bundle = log.publication().bundles().entries(n, to);
      int known = (int) Math.max(0, from - n * Tiles.WIDTH);
      entries.addAll(bundle.subList(known, bundle.size()));
    }
    return entries;
  }

  /** Finds those that the database has, without a place, and writes the others. */
  private List<Long> writeEntries(Connection application, List<byte[]> entries)
      throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement find =
            application.prepareStatement(
                "select id, bytes from ledger_entry where log = ? and receipt_id = ?");
        PreparedStatement insert =
            application.prepareStatement(
                "insert into ledger_entry"
                    + " (log, case_ref, case_seq, bytes, receipt_id, request_id, request_part)"
                    + " select ?, ?, ?, ?, ?, ?, coalesce(max(request_part) + 1, 0)"
                    + " from ledger_entry where request_id = ? returning id")) {
      for (byte[] entry : entries) {
        Columns beside = columns.apply(entry);
        find.setString(1, log.name());
        find.setString(2, beside.receiptId());
        try (ResultSet row = find.executeQuery()) {
          if (row.next()) {
            demandSame(entry, row.getBytes(2), beside);
            ids.add(row.getLong(1));
            continue;
          }
        }
        insert.setString(1, log.name());
        insert.setString(2, beside.chain());
        insert.setLong(3, beside.seq());
        insert.setBytes(4, entry);
        insert.setString(5, beside.receiptId());
        insert.setString(6, beside.request());
        insert.setString(7, beside.request());
        try (ResultSet row = insert.executeQuery()) {
          row.next();
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }

  private static void demandSame(byte[] published, byte[] stored, Columns beside) {
    if (!Arrays.equals(published, stored)) {
      throw new Diverged(
          "the database holds other bytes as number %d of chain %s"
              .formatted(beside.seq(), beside.chain()));
    }
  }
}
