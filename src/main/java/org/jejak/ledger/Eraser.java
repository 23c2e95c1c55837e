package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.ledger.rows.Changes.Change;
import org.jejak.ledger.rows.RecordedField;
import org.jejak.ledger.rows.RecordedTable;
import org.jejak.ledger.rows.RecordedTables;
import org.jejak.ledger.seal.KeyRing;
import org.jejak.ledger.seal.Vault;

/**
 * Erases the file of a chain, inside a command: its data keys are destroyed, its secret columns
 * cleared, and what is left is committed to anew under a fresh key, so that it can still be held
 * against the log. Nothing that was written before changes: old entries, proofs and receipts stay
 * as they are, and the entry appended here names the keys whose commitments can no longer be
 * opened.
 */
@ApplicationScoped
public class Eraser {
  /** What an entry of 60,000 bytes holds, with room to spare. */
  private static final int FIELDS_IN_AN_ENTRY = 350;

  /** A data key of this subject is destroyed with the commit. */
  record Destroyed(String subject) {}

  /** A row that is left, with its fields as they stand now. */
  private record Left(RecordedTable table, String ref, SortedMap<String, Change> fields) {}

  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;
  @Inject RecordedTables tables;
  @Inject Vault vault;
  @Inject Event<Destroyed> destroyed;

  /**
   * Erases a file whose rows all describe it alone.
   *
   * @param file handle of its chain
   * @param order handle of the chain in which it was asked for and decided
   * @param ground why, as a constant
   */
  public void erase(String file, String order, String ground) {
    em.flush();
    Subject subject = Subject.of(file);
    try {
      Connection connection = em.unwrap(Connection.class);
      List<String> keys = destroyKeys(connection, file);
      List<List<Left>> lots = lots(clearedRows(connection, file));
      ledger.append(new Erased(subject, order, ground, keys, lots.size()));
      for (int i = 0; i < lots.size(); i++) {
        if (i > 0) {
          ledger.append(new Recommitted(subject, order, i + 1));
        }
        commit(connection, file, lots.get(i));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the file could not be erased", e);
    }
    destroyed.fire(new Destroyed(file));
  }

  /** Only now: a read in between would have brought the key back into memory. */
  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Destroyed key) {
    vault.forget(key.subject());
  }

  private static List<String> destroyKeys(Connection connection, String subject)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ledger_key set wrapped = null where subject = ? and wrapped is not null"
                + " returning id")) {
      update.setString(1, subject);
      List<String> ids = new ArrayList<>();
      try (ResultSet rows = update.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      KeyRing.current().orElseThrow().destroyed(subject);
      return ids.stream().sorted().toList();
    }
  }

  private List<Left> clearedRows(Connection connection, String file) throws SQLException {
    List<Left> rows = new ArrayList<>();
    for (RecordedTable table : tables.all()) {
      try (PreparedStatement select =
          connection.prepareStatement(
              table.select() + " where t.case_ref = ? order by t.row_ref")) {
        select.setString(1, file);
        try (ResultSet result = select.executeQuery()) {
          while (result.next()) {
            rows.add(left(table, table.read(result), file));
          }
        }
      }
    }
    return rows;
  }

  private static Left left(RecordedTable table, RecordedTable.Row row, String file) {
    SortedMap<String, Change> fields = new TreeMap<>();
    for (int i = 0; i < table.fields().size(); i++) {
      RecordedField field = table.fields().get(i);
      byte[] value = row.values().get(i);
      if (field.isSecret()) {
        fields.put(row.id() + '/' + field.name(), new Change(file, null));
      } else if (value != null) {
        fields.put(row.id() + '/' + field.name(), new Change(file, value));
      }
    }
    return new Left(table, row.id().substring(row.id().indexOf('/') + 1), fields);
  }

  private static List<List<Left>> lots(List<Left> rows) {
    List<List<Left>> lots = new ArrayList<>();
    lots.add(new ArrayList<>());
    int fields = 0;
    for (Left row : rows) {
      if (fields > 0 && fields + row.fields().size() > FIELDS_IN_AN_ENTRY) {
        lots.add(new ArrayList<>());
        fields = 0;
      }
      lots.getLast().add(row);
      fields += row.fields().size();
    }
    return lots;
  }

  /** Puts what is left of these rows under the newest entry of the chain. */
  private static void commit(Connection connection, String file, List<Left> rows)
      throws SQLException {
    Book book = Book.current();
    long seq = book.newest(file).orElseThrow();
    for (Left row : rows) {
      book.commitTo(file, seq, row.fields());
      StringBuilder set = new StringBuilder("update ").append(row.table().name());
      set.append(" set seq = ?");
      for (RecordedField field : row.table().fields()) {
        if (field.isSecret()) {
          set.append(", ").append(field.name()).append(" = case when ").append(field.name());
          set.append(" is not null then '\\x02'::bytea end");
        }
      }
      set.append(" where case_ref = ? and row_ref = ?");
      try (PreparedStatement update = connection.prepareStatement(set.toString())) {
        update.setLong(1, seq);
        update.setString(2, file);
        update.setString(3, row.ref());
        update.executeUpdate();
      }
    }
  }

  /**
   * The file's secret columns are cleared and its data keys destroyed.
   *
   * @param order handle of the chain in which it was asked for and decided
   * @param keys ids of the data keys: what they sealed cannot be opened again
   * @param parts in how many entries, this one the first, what is left is committed to anew
   */
  @EventName("ledger.erased/1")
  record Erased(Subject subject, String order, String ground, List<String> keys, int parts)
      implements LedgerEvent {}

  /** A further part of what is left after an erasure. */
  @EventName("ledger.recommitted/1")
  record Recommitted(Subject subject, String order, int part) implements LedgerEvent {}
}
