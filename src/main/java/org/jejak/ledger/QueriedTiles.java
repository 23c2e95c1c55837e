package org.jejak.ledger;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jejak.tlog.Tiles;

/** The tiles of one log for the proofs that requests ask for, through their own entity manager. */
final class QueriedTiles implements Tiles {
  private final EntityManager em;
  private final String log;
  private final Map<String, List<byte[]>> read = new HashMap<>();

  QueriedTiles(EntityManager em, String log) {
    this.em = em;
    this.log = log;
  }

  @Override
  public List<byte[]> tile(int level, long n, int width) {
    return read.computeIfAbsent(level + "/" + n + "/" + width, key -> load(level, n, width));
  }

  private List<byte[]> load(int level, long n, int width) {
    var query =
        level == 0
            ? em.createNativeQuery(
                "select hash from ledger_leaf where log = ?1 and idx >= ?2 and idx < ?3"
                    + " order by idx")
            : em.createNativeQuery(
                    "select hash from ledger_node where log = ?1 and n >= ?2 and n < ?3"
                        + " and level = ?4 order by n")
                .setParameter(4, level);
    List<?> rows =
        query
            .setParameter(1, log)
            .setParameter(2, n * WIDTH)
            .setParameter(3, n * WIDTH + width)
            .getResultList();
    return rows.stream().map(byte[].class::cast).toList();
  }
}
