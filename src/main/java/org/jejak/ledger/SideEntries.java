package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jejak.base.Acting;
import org.jejak.base.Actor;

/**
 * Entries of the logs beside {@code records}. No row stands behind them, so nothing is derived from
 * a change, and they are written while {@code records} refuses: reading goes on then.
 */
@ApplicationScoped
public class SideEntries {
  @PersistenceContext EntityManager em;
  @Inject LedgerSettings settings;
  @Inject Event<Appended> appended;

  /**
   * Writes an entry in the running transaction.
   *
   * @return its number in its chain
   */
  public long append(String log, LedgerEvent event, Actor actor, Instant at) {
    if (log.equals(Ledger.RECORDS)) {
      throw new IllegalArgumentException("records are appended by commands");
    }
    Connection connection = em.unwrap(Connection.class);
    String chain = event.subject().handle();
    Book.Chain before = Chains.lock(connection, log, chain);
    long seq = before.seq() + 1;
    String nonce = Format.nonce();
    byte[] bytes =
        Format.bytes(
            new EntryDraft(
                event,
                nonce,
                at,
                actor,
                seq,
                before.last(),
                null,
                Acting.request(),
                settings.build()));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_entry"
                + " (log, case_ref, case_seq, bytes, receipt_id, request_id, request_part)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, log);
      insert.setString(2, chain);
      insert.setLong(3, seq);
      insert.setBytes(4, bytes);
      insert.setString(5, nonce);
      insert.setString(6, Acting.request());
      insert.setInt(7, Acting.parts().getAsInt());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw Recorder.answer(e);
    }
    appended.fire(new Appended());
    return seq;
  }
}
