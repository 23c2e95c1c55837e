package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jejak.base.Refusal;
import org.jejak.tlog.Merkle;

/** Entries by their place in the log, for auditors. */
@ApplicationScoped
public class LogEntries {
  /**
   * One entry with all that proves it.
   *
   * @param text the stored bytes, which are UTF-8
   * @param leaf the leaf hash recomputed from them, in hexadecimal
   * @param receipt its place and proof
   */
  public record Detail(Entry entry, String text, String leaf, Receipt receipt) {}

  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;

  /** Placed entries with an index below {@code before}, newest first, at most {@code limit}. */
  public List<Entry> newest(long before, int limit) {
    Query query =
        em.createNativeQuery(
                "select l.idx, e.bytes from ledger_leaf l join ledger_entry e on e.id = l.entry_id"
                    + " where l.log = ?1 and l.idx < ?2 order by l.idx desc limit ?3")
            .setParameter(1, Ledger.RECORDS)
            .setParameter(2, before)
            .setParameter(3, limit);
    return Ledger.entries(query);
  }

  /**
   * The entry at this index.
   *
   * @throws Refusal {@code unknown} where the log has none
   */
  public Detail at(long index) {
    List<?> rows =
        em.createNativeQuery(
                "select e.bytes, e.receipt_id from ledger_leaf l"
                    + " join ledger_entry e on e.id = l.entry_id where l.log = ?1 and l.idx = ?2")
            .setParameter(1, Ledger.RECORDS)
            .setParameter(2, index)
            .getResultList();
    if (rows.isEmpty()) {
      throw Refusal.unknown("entry " + index);
    }
    Object[] row = (Object[]) rows.get(0);
    byte[] bytes = (byte[]) row[0];
    Receipt receipt =
        ledger
            .receipt((String) row[1])
            .orElseThrow(() -> new IllegalStateException("entry " + index + " has no receipt"));
    return new Detail(
        Format.entry(index, bytes),
        new String(bytes, StandardCharsets.UTF_8),
        HexFormat.of().formatHex(Merkle.leaf(bytes)),
        receipt);
  }
}
