package org.jejak.insight;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may be seen of the tables of one year, worked out once for the same counts. */
@ApplicationScoped
public class Releases {
  private static final int KEPT = 200;
  private static final int MONTHS_PER_QUARTER = 3;

  private final Map<List<List<List<Long>>>, List<SmallNumbers>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<List<List<List<Long>>>, List<SmallNumbers>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * What may be seen of several tables about the same things.
   *
   * @param tables each by group and month; every one has the same sums
   * @return one for each table, with the totals that all of them share
   */
  synchronized List<SmallNumbers> of(List<long[][]> tables) {
    return kept.computeIfAbsent(
        tables.stream().map(Releases::key).toList(),
        unknown -> {
          SmallNumbers totals = SmallNumbers.totals(tables, MONTHS_PER_QUARTER);
          return tables.stream()
              .map(table -> SmallNumbers.table(table, totals, MONTHS_PER_QUARTER))
              .toList();
        });
  }

  private static List<List<Long>> key(long[][] table) {
    return Arrays.stream(table).map(group -> Arrays.stream(group).boxed().toList()).toList();
  }
}
