package org.jejak.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts, for one field, the values of the files that a query lets through, and of no others. */
final class Facets extends SimpleCollector {
  private final String field;
  private final TreeMap<String, Long> counts = new TreeMap<>();
  private SortedSetDocValues values;

  private Facets(String field) {
    this.field = field;
  }

  /** How many of the query's files have each value; values that none has are not named. */
  static Map<String, Long> count(IndexSearcher searcher, Query query, String field)
      throws IOException {
    return searcher.search(
        query,
        new CollectorManager<Collector, Map<String, Long>>() {
          @Override
          public Collector newCollector() {
            return new Facets(field);
          }

          @Override
          public Map<String, Long> reduce(Collection<Collector> parts) {
            TreeMap<String, Long> all = new TreeMap<>();
            for (Collector part : parts) {
              ((Facets) part).counts.forEach((value, n) -> all.merge(value, n, Long::sum));
            }
            return all;
          }
        });
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    values = DocValues.getSortedSet(leaf.reader(), field);
  }

  @Override
  public void collect(int doc) throws IOException {
    if (values.advanceExact(doc)) {
      for (int i = 0; i < values.docValueCount(); i++) {
        counts.merge(values.lookupOrd(values.nextOrd()).utf8ToString(), 1L, Long::sum);
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
