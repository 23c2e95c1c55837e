package org.jejak.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.jejak.ledger.Fault;
import org.jejak.ledger.verify.FurtherCheck;

/**
 * Holds the index of this node against the files: none that can be found may be missing, and none
 * may be found that is not there. A case that was taken out of the index would be hidden from
 * everybody who searches.
 */
@ApplicationScoped
public class IndexCheck implements FurtherCheck {
  private static final int MOST = 1000;
  private static final int TRIES = 100;
  private static final long PAUSE_MILLIS = 50;

  @Inject SearchIndex index;
  @Inject Changes log;

  /** One file that belongs into the index. */
  record Place(Kind kind, String handle) {}

  @Override
  public List<Fault> faults() {
    List<Place> missing = new ArrayList<>();
    long expected = 0;
    String last = "";
    for (Changes.Files files = log.files(last);
        !files.last().isEmpty() && missing.size() < MOST;
        files = log.files(last)) {
      expected += files.places().size();
      missing.addAll(missing(files.places()));
      last = files.last();
    }
    // Some were written while this was looked at: what is still missing once the index has caught
    // up is missing for good.
    List<Place> lost = missing.isEmpty() || !caughtUp() ? List.of() : missing(missing);
    List<Fault> faults = new ArrayList<>();
    for (Place place : lost) {
      faults.add(fault(Fault.Kind.INDEX_MISSING, place.kind().code(), place.handle()));
    }
    if (missing.isEmpty() && documents() > expected && caughtUp() && documents() > count()) {
      faults.add(fault(Fault.Kind.INDEX_UNKNOWN, "id", ""));
    }
    return faults;
  }

  private long count() {
    long count = 0;
    for (Changes.Files files = log.files("");
        !files.last().isEmpty();
        files = log.files(files.last())) {
      count += files.places().size();
    }
    return count;
  }

  private List<Place> missing(List<Place> places) {
    return with(searcher -> missing(searcher, places)).orElse(List.of());
  }

  static List<Place> missing(IndexSearcher searcher, List<Place> places) throws IOException {
    List<Place> missing = new ArrayList<>();
    for (Place place : places) {
      if (searcher.count(new TermQuery(IndexedDocument.id(place.kind(), place.handle()))) == 0) {
        missing.add(place);
      }
    }
    return missing;
  }

  private long documents() {
    return with(searcher -> (long) searcher.getIndexReader().numDocs()).orElse(0L);
  }

  /** Whether the index has read the log to where it ends now, soon. */
  private boolean caughtUp() {
    long size = log.logSize();
    try {
      for (int tries = 0; index.position() < size - 1 && tries < TRIES; tries++) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return index.position() >= size - 1;
  }

  private static Fault fault(Fault.Kind kind, String field, String handle) {
    return new Fault(kind, -1, "search", field, handle, -1, "");
  }

  private interface Asked<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  /** Empty while there is no index to ask. */
  private <T> Optional<T> with(Asked<T> asked) {
    Optional<SearcherManager> searchers = index.searchers();
    if (searchers.isEmpty()) {
      return Optional.empty();
    }
    try {
      IndexSearcher searcher = searchers.get().acquire();
      try {
        return Optional.of(asked.of(searcher));
      } finally {
        searchers.get().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }
}
