package org.jejak.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jejak.base.AgencySettings;
import org.jejak.declarations.ReviewLimit;
import org.jejak.ledger.Entry;
import org.jejak.ledger.Ledger;
import org.jejak.rules.LawBook;

/**
 * The figures, month by month, and how far they have followed the log: both change in one
 * transaction, so that no entry counts twice or never. One server counts at a time.
 */
@ApplicationScoped
public class FigureBook {
  /** Goes up when something is counted in another way: the figures are then made anew. */
  private static final int SHAPE = 1;

  private static final int BATCH = 500;

  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;
  @Inject LawBook law;
  @Inject AgencySettings agency;
  @Inject ReviewLimit limit;

  /**
   * Counts the next entries.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean catchUp() {
    List<?> place =
        em.createNativeQuery(
                "select position, shape from insight_place where id = 1 for update skip locked")
            .getResultList();
    if (place.isEmpty()) {
      return false;
    }
    Object[] row = (Object[]) place.getFirst();
    long position = ((Number) row[0]).longValue();
    if (((Number) row[1]).intValue() != SHAPE) {
      clear();
      position = -1;
    }
    List<Entry> batch = ledger.after(position, BATCH);
    if (!batch.isEmpty()) {
      write(batch);
      position = batch.getLast().index();
    }
    em.createNativeQuery("update insight_place set position = ?1, shape = ?2 where id = 1")
        .setParameter(1, position)
        .setParameter(2, SHAPE)
        .executeUpdate();
    return batch.size() == BATCH;
  }

  /** Index of the last entry that was counted; -1 for none. */
  public long position() {
    return ((Number)
            em.createNativeQuery("select position from insight_place where id = 1")
                .getSingleResult())
        .longValue();
  }

  private void clear() {
    em.createNativeQuery("delete from insight_count").executeUpdate();
    em.createNativeQuery("delete from insight_item").executeUpdate();
  }

  private void write(List<Entry> batch) {
    Map<String, Item> known = known(batch.stream().map(Entry::caseRef).distinct().toList());
    Tally tally =
        new Tally(agency.zone(), law.norms(), (from, to) -> limit.daysUntil(from, to), known);
    batch.forEach(tally::take);
    tally.changed().values().forEach(this::write);
    tally.sums().forEach(this::write);
  }

  private Map<String, Item> known(List<String> handles) {
    List<?> rows =
        em.createNativeQuery(
                "select handle, kind, stage, opened_on from insight_item"
                    + " where handle = any(string_to_array(?1, ','))")
            .setParameter(1, String.join(",", handles))
            .getResultList();
    Map<String, Item> items = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      items.put(
          (String) row[0],
          new Item(
              (String) row[0],
              Measure.Kind.valueOf((String) row[1]),
              (String) row[2],
              ((Date) row[3]).toLocalDate()));
    }
    return items;
  }

  private void write(Item item) {
    em.createNativeQuery(
            "insert into insight_item (handle, kind, stage, opened_on) values (?1, ?2, ?3, ?4)"
                + " on conflict (handle) do update set stage = excluded.stage")
        .setParameter(1, item.handle())
        .setParameter(2, item.kind().name())
        .setParameter(3, item.stage())
        .setParameter(4, Date.valueOf(item.openedOn()))
        .executeUpdate();
  }

  private void write(Tally.Cell cell, long by) {
    em.createNativeQuery(
            "insert into insight_count (measure, month, part, n) values (?1, ?2, ?3, ?4)"
                + " on conflict (measure, month, part) do update set n = insight_count.n + excluded.n")
        .setParameter(1, cell.measure().name())
        .setParameter(2, Date.valueOf(cell.month().atDay(1)))
        .setParameter(3, cell.part())
        .setParameter(4, by)
        .executeUpdate();
  }
}
