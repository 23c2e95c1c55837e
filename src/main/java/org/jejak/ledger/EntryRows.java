package org.jejak.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jejak.ledger.seal.DataKey;
import org.jejak.ledger.seal.KeyRing;
import org.jejak.ledger.seal.Opening;

/**
 * The rows of one command's entries, inserted by one statement with their disclosures and new keys.
 */
final class EntryRows {
  /** A command of a hundred fields is one journey to the database, not a hundred. */
  private static final String INSERT =
      """
      with placed as (
        insert into ledger_entry
          (log, case_ref, case_seq, bytes, receipt_id, request_id, request_part)
        select ?, chain, seq, bytes, nonce, ?, part
        from unnest(?::text[], ?::bigint[], ?::bytea[], ?::text[], ?::int[])
          with ordinality as e (chain, seq, bytes, nonce, part, line)
        order by line
        returning id, receipt_id),
      made as (
        insert into ledger_key (id, subject, master, wrapped)
        select * from unnest(?::text[], ?::text[], ?::text[], ?::bytea[]))
      insert into ledger_disclosure (entry_id, field, sealed, key_id)
      select placed.id, d.field, d.sealed, d.key_id
      from placed join unnest(?::text[], ?::text[], ?::bytea[], ?::text[])
        as d (nonce, field, sealed, key_id) on d.nonce = placed.receipt_id
      """;

  private final List<String> chains = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();
  private final List<byte[]> bytes = new ArrayList<>();
  private final List<String> nonces = new ArrayList<>();
  private final List<Integer> parts = new ArrayList<>();
  private final List<String> of = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private final List<byte[]> sealed = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  void entry(String chain, long seq, byte[] entry, String nonce, int part) {
    chains.add(chain);
    numbers.add(seq);
    bytes.add(entry);
    nonces.add(nonce);
    parts.add(part);
  }

  /** What opens one commitment of the entry with this nonce. */
  void disclosure(String nonce, Opening opening, DataKey key) {
    of.add(nonce);
    fields.add(opening.field());
    sealed.add(opening.sealed(key, nonce));
    keys.add(key.id());
  }

  void insert(Connection connection, String log, String request, List<KeyRing.Made> made)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, log);
      insert.setString(2, request);
      Places places = new Places(insert, 3);
      places.set("text", chains);
      places.set("bigint", numbers);
      places.set("bytea", bytes);
      places.set("text", nonces);
      places.set("int", parts);
      places.set("text", made.stream().map(KeyRing.Made::id).toList());
      places.set("text", made.stream().map(KeyRing.Made::subject).toList());
      places.set("text", made.stream().map(KeyRing.Made::master).toList());
      places.set("bytea", made.stream().map(KeyRing.Made::wrapped).toList());
      places.set("text", of);
      places.set("text", fields);
      places.set("bytea", sealed);
      places.set("text", keys);
      insert.executeUpdate();
    }
  }

  /** The statement's places for arrays, one after the other. */
  private static final class Places {
    private final PreparedStatement statement;
    private int next;

    Places(PreparedStatement statement, int first) {
      this.statement = statement;
      this.next = first;
    }

    void set(String type, List<?> values) throws SQLException {
      Object[] elements = type.equals("bytea") ? values.toArray(byte[][]::new) : values.toArray();
      statement.setArray(next++, statement.getConnection().createArrayOf(type, elements));
    }
  }
}
