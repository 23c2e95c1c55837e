package org.jejak.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.access.Look;

/** Finds files by words and numbers, among those that the one who asks may see. */
@ApplicationScoped
public class Search {
  /** Nobody reads further; narrower words help. */
  public static final int REACH = 1000;

  /** In which order hits come. */
  public enum Order {
    /** What says most of what was asked first, then the newest. */
    BEST,
    NEWEST,
    OLDEST
  }

  /**
   * What is asked.
   *
   * @param kinds empty means all
   * @param from first day, or {@code null}
   * @param to last day, or {@code null}
   * @param page from 1
   */
  public record Request(
      String q, Set<Kind> kinds, LocalDate from, LocalDate to, Order order, int page, int size) {
    public Request {
      kinds = kinds == null || kinds.isEmpty() ? EnumSet.allOf(Kind.class) : Set.copyOf(kinds);
      order = order == null ? Order.BEST : order;
    }
  }

  /** One file that was found, as it stands in the database now. */
  public record Hit(
      Kind kind,
      String number,
      String address,
      Snippet title,
      Snippet snippet,
      LocalDate date,
      String stage,
      String unit) {}

  /**
   * One page of what was found.
   *
   * @param facets how many there are of each kind (whatever kinds were asked for), stage and year
   * @param current false while the index has not yet read the whole log
   */
  public record Found(
      long total, List<Hit> hits, Map<String, Map<String, Long>> facets, boolean current) {}

  @Inject SearchIndex index;
  @Inject SearchSettings settings;
  @Inject Sight sight;
  @Inject Ledger ledger;
  @Inject Instance<Source> sources;

  /**
   * Searches.
   *
   * @throws Refusal {@code search.*} where the words or the page cannot be; {@code search.building}
   *     while there is no index, {@code search.slow} where the time was not enough
   */
  @Allow(Permission.SEARCH)
  public Found run(Request request) {
    AskedWords asked = AskedWords.of(request.q());
    check(request);
    SearcherManager searchers =
        index
            .searchers()
            .orElseThrow(() -> new Refusal(Refusal.Kind.CLOSED, "search.building", "no index yet"));
    Query visible = sight.filter();
    try {
      IndexSearcher shared = searchers.acquire();
      try {
        return search(request, asked, visible, ownCopy(shared));
      } finally {
        searchers.release(shared);
      }
    } catch (AlreadyClosedException replaced) {
      // Its successor took the index's place after we had asked for it.
      throw new Refusal(Refusal.Kind.CLOSED, "search.building", "the index was replaced");
    } catch (IOException broken) {
      throw new UncheckedIOException("the search index cannot be read", broken);
    }
  }

  /**
   * Whether these words can be searched for, before anybody searches.
   *
   * @throws Refusal {@code search.empty}, {@code search.too-long} or {@code search.too-many}
   */
  @Allow(Permission.SEARCH)
  public void check(String words) {
    AskedWords unused = AskedWords.of(words);
  }

  private static void check(Request request) {
    if (request.from() != null && request.to() != null && request.to().isBefore(request.from())) {
      throw Refusal.invalid("search.order", "the last day is before the first");
    }
    if (request.page() < 1 || request.size() < 1 || request.size() > 200) {
      throw Refusal.invalid("search.page", "pages begin at 1 and have at most 200 hits");
    }
    if ((long) request.page() * request.size() > REACH) {
      throw Refusal.invalid("search.too-deep", "only the first 1000 hits are shown", REACH);
    }
  }

  /** The time limit belongs to one search, so each has its own searcher over the shared reader. */
  private IndexSearcher ownCopy(IndexSearcher shared) {
    IndexSearcher own = new IndexSearcher(shared.getIndexReader());
    own.setSimilarity(shared.getSimilarity());
    own.setQueryCache(null);
    own.setTimeout(new QueryTimeoutImpl(settings.timeoutMillis()));
    return own;
  }

  private Found search(Request request, AskedWords asked, Query visible, IndexSearcher searcher)
      throws IOException {
    BooleanQuery.Builder anyKind = new BooleanQuery.Builder();
    anyKind.add(asked.query(), Occur.MUST);
    anyKind.add(visible, Occur.FILTER);
    anyKind.add(days(request), Occur.FILTER);
    BooleanQuery ofAnyKind = anyKind.build();
    BooleanQuery.Builder chosen = new BooleanQuery.Builder();
    chosen.add(ofAnyKind, Occur.MUST);
    chosen.add(kinds(request.kinds()), Occur.FILTER);
    BooleanQuery ofChosenKinds = chosen.build();

    Map<String, Map<String, Long>> facets = new HashMap<>();
    facets.put("kind", Facets.count(searcher, ofAnyKind, IndexedDocument.KIND));
    facets.put("stage", Facets.count(searcher, ofChosenKinds, IndexedDocument.STAGE));
    facets.put("year", Facets.count(searcher, ofChosenKinds, IndexedDocument.YEAR));
    int until = request.page() * request.size();
    TopFieldDocs top =
        searcher.search(
            ofChosenKinds,
            new TopFieldCollectorManager(sort(request.order()), until, Integer.MAX_VALUE));
    if (searcher.timedOut()) {
      throw new Refusal(Refusal.Kind.CLOSED, "search.slow", "the search took too long");
    }
    int first = Math.min(top.scoreDocs.length, until - request.size());
    List<Place> places = new ArrayList<>();
    for (ScoreDoc hit : List.of(top.scoreDocs).subList(first, top.scoreDocs.length)) {
      places.add(Place.of(searcher.storedFields().document(hit.doc)));
    }
    boolean current = index.position() + 1 >= ledger.size();
    Look.searched(top.totalHits.value());
    return new Found(top.totalHits.value(), read(places, asked), facets, current);
  }

  private record Place(Kind kind, String handle) {
    static Place of(Document stored) {
      String kind = stored.get(IndexedDocument.KIND);
      return new Place(
          Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
          stored.get(IndexedDocument.HANDLE));
    }
  }

  /** The hits in their order, asked of the policy again and read from the database. */
  private List<Hit> read(List<Place> places, AskedWords asked) {
    Map<Kind, Map<String, Described>> files = new EnumMap<>(Kind.class);
    for (Source source : sources) {
      List<String> handles =
          places.stream().filter(p -> p.kind() == source.kind()).map(Place::handle).toList();
      Map<String, Described> byHandle = new HashMap<>();
      if (!handles.isEmpty()) {
        source
            .read(sight.still(source.kind(), handles))
            .forEach(file -> byHandle.put(file.handle(), file));
      }
      files.put(source.kind(), byHandle);
    }
    return places.stream()
        .map(place -> files.get(place.kind()).get(place.handle()))
        .filter(Objects::nonNull)
        .peek(file -> Look.saw(file.handle()))
        .map(file -> hit(file, asked))
        .toList();
  }

  private static Hit hit(Described file, AskedWords asked) {
    return new Hit(
        file.kind(),
        file.number(),
        file.address(),
        Snippet.whole(asked, file.title()),
        Snippet.of(asked, file.texts()),
        file.date(),
        file.stage(),
        file.unit());
  }

  private static Query kinds(Set<Kind> kinds) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    kinds.forEach(kind -> any.add(Sight.kind(kind), Occur.SHOULD));
    return any.build();
  }

  private static Query days(Request request) {
    return LongField.newRangeQuery(
        IndexedDocument.DATE,
        request.from() == null ? Long.MIN_VALUE : request.from().toEpochDay(),
        request.to() == null ? Long.MAX_VALUE : request.to().toEpochDay());
  }

  private static Sort sort(Order order) {
    SortField newest =
        LongField.newSortField(IndexedDocument.DATE, true, SortedNumericSelector.Type.MAX);
    SortField oldest =
        LongField.newSortField(IndexedDocument.DATE, false, SortedNumericSelector.Type.MIN);
    return switch (order) {
      case BEST -> new Sort(SortField.FIELD_SCORE, newest);
      case NEWEST -> new Sort(newest);
      case OLDEST -> new Sort(oldest);
    };
  }
}
