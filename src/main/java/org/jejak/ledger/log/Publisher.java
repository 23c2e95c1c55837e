package org.jejak.ledger.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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

  /** Publishes the head, unless it is published. */
  void publish(Connection connection) throws SQLException, IOException {
    Head head = new Round(connection, log).head();
    connection.commit(); // no snapshot is held while witnesses are asked
    if (head.size() == 0 || head.size() == published) {
      return;
    }
    List<String> lines = cosigners.cosign(log, head.size(), head.note());
    log.publication()
        .publish(
            connection,
            sizeOf(log.publication().checkpoint()),
            head.size(),
            head.note() + String.join("", lines));
    connection.commit();
    published = head.size();
  }

  private static long sizeOf(Optional<String> note) {
    return note.map(text -> Checkpoint.parse(SignedNote.parse(text).text()).size()).orElse(0L);
  }
}
