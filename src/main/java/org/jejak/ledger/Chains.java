package org.jejak.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jejak.tlog.Merkle;

/** Where chains stand, for whoever is about to write their next entry. */
final class Chains {
  private Chains() {}

  /**
   * Waits for other writers of this chain and reads where it stands. Also fixes this transaction's
   * number now, so that an entry's id is never older than its transaction: the sequencer's account
   * of open transactions rests on that.
   */
  static Book.Chain lock(Connection connection, String log, String chain) {
    try (PreparedStatement lock =
            connection.prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended(?, 0)), pg_current_xact_id()");
        PreparedStatement newest =
            connection.prepareStatement(
                "select case_seq, bytes from ledger_entry where log = ? and case_ref = ?"
                    + " order by case_seq desc limit 1")) {
      lock.setString(1, log + '/' + chain);
      lock.execute();
      newest.setString(1, log);
      newest.setString(2, chain);
      try (ResultSet row = newest.executeQuery()) {
        return row.next()
            ? new Book.Chain(row.getLong(1), Merkle.leaf(row.getBytes(2)))
            : new Book.Chain(0, null);
      }
    } catch (SQLException e) {
      throw Recorder.answer(e);
    }
  }
}
