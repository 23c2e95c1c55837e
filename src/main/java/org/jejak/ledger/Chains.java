package org.jejak.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jejak.ledger.seal.KeyRing;
import org.jejak.tlog.Merkle;

/** Where chains stand, for whoever is about to write their next entry. */
final class Chains {
  /** Where a chain stands, and the key under which most of it is sealed: always one row. */
  private static final String NEWEST =
      """
      select e.case_seq, e.bytes, k.id, k.master, k.wrapped from (values (1)) one
      left join lateral (
        select case_seq, bytes from ledger_entry where log = ? and case_ref = ?
        order by case_seq desc limit 1) e on true
      left join lateral (
        select id, master, wrapped from ledger_key where subject = ? and wrapped is not null
        order by id limit 1) k on true
      """;

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
        PreparedStatement newest = connection.prepareStatement(NEWEST)) {
      lock.setString(1, log + '/' + chain);
      lock.execute();
      newest.setString(1, log);
      newest.setString(2, chain);
      newest.setString(3, chain);
      try (ResultSet row = newest.executeQuery()) {
        row.next();
        String key = row.getString(3);
        String master = row.getString(4);
        byte[] wrapped = row.getBytes(5);
        KeyRing.current().ifPresent(keys -> keys.met(chain, key, master, wrapped));
        byte[] bytes = row.getBytes(2);
        return new Book.Chain(row.getLong(1), bytes == null ? null : Merkle.leaf(bytes));
      }
    } catch (SQLException e) {
      throw Recorder.answer(e);
    }
  }
}
