package org.jejak.ledger.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.SignedNote;

/**
 * Brings the stored head to witnesses and then to the publication folder. It signs nothing: after a
 * crash the same note goes out that was stored before it.
 */
final class Publisher {
  private final Log log;
  private final Cosigners cosigners;
  private long published = -1;

  Publisher(Log log, Cosigners cosigners) {
    this.log = log;
    this.cosigners = cosigners;
  }

  /** Publishes the head, unless it is published with all that witnesses have to say. */
  void publish(Connection connection) throws SQLException, IOException {
    Head head = new Round(connection, log).head();
    connection.commit(); // no snapshot is held while witnesses are asked
    if (head.size() == 0 || head.size() == published && !cosigners.isUnfinished(log, head.size())) {
      return;
    }
    log.publication().putKeys(log.keys().published());
    List<String> lines = new ArrayList<>(log.cosign(checkpoint(head.note())));
    lines.addAll(cosigners.cosign(log, head.size(), head.note()));
    Optional<String> before = log.publication().checkpoint();
    long from = before.isPresent() ? checkpoint(before.get()).size() : 0;
    log.publication().publish(connection, from, head.size(), head.note() + String.join("", lines));
    connection.commit();
    published = head.size();
  }

  private static Checkpoint checkpoint(String note) {
    return Checkpoint.parse(SignedNote.parse(note).text());
  }
}
