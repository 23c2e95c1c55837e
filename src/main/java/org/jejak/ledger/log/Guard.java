package org.jejak.ledger.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Edge;
import org.jejak.tlog.Proofs;
import org.jejak.tlog.SignedNote;

/**
 * Looks at a log before anything is added to it: whether it agrees with itself, and whether it is
 * still all that left this host. A restored backup and a cut tail are found here, because what was
 * signed lies outside the database too.
 */
final class Guard {
  private final Log log;

  Guard(Log log) {
    this.log = log;
  }

  /**
   * The right edge of the tree, if everything fits.
   *
   * @throws Diverged when something does not
   */
  Edge demandWhole(Connection connection) throws SQLException, IOException {
    // First what left this host, then a new snapshot: the other way round a node that works
    // meanwhile would look like a loss.
    Optional<String> kept = log.highWater().note();
    Optional<String> published = log.publication().checkpoint();
    connection.commit();
    ServerChecks.demandDurable(connection);
    Round round = new Round(connection, log);
    Head head = round.head();
    StoredTiles tiles = new StoredTiles(connection, log.name());
    demandNothingLost("in the high-water file", kept, head, tiles);
    demandNothingLost("published", published, head, tiles);
    if (round.leaves() != head.size()) {
      throw new Diverged(
          "there are leaves up to %d and a head of %d".formatted(round.leaves(), head.size()));
    }
    Edge edge = new Edge(tiles, head.size());
    if (!Arrays.equals(edge.root(), head.root())) {
      throw new Diverged("the tree of " + head.size() + " entries does not have the head's root");
    }
    if (head.size() > 0) {
      demandSigned(head);
      log.highWater().raise(head.size(), head.note());
    }
    return edge;
  }

  private void demandSigned(Head head) {
    Checkpoint expected = new Checkpoint(log.origin(), head.size(), head.root());
    SignedNote note = SignedNote.parse(head.note());
    if (!log.keys().signed(note) || !note.text().equals(expected.text())) {
      throw new Diverged("the head's note is not this log's signature over the head");
    }
  }

  private void demandNothingLost(
      String where, Optional<String> kept, Head head, StoredTiles tiles) {
    if (kept.isEmpty()) {
      return;
    }
    SignedNote note = SignedNote.parse(kept.get());
    Checkpoint seen = Checkpoint.parse(note.text());
    if (!log.keys().signed(note) || !seen.origin().equals(log.origin())) {
      throw Diverged.behind("the checkpoint %s is not signed by this log's key".formatted(where));
    }
    if (seen.size() > head.size()) {
      throw Diverged.behind(
          "the database ends at %d entries, but the checkpoint %s has %d: an older state was"
                  .formatted(head.size(), where, seen.size())
              + " restored, or entries were taken away");
    }
    if (!Arrays.equals(new Proofs(tiles, seen.size()).root(), seen.root())) {
      throw Diverged.behind(
          "the checkpoint %s of %d entries is of another tree".formatted(where, seen.size()));
    }
  }
}
