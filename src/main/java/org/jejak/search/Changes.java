package org.jejak.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jejak.ledger.Entry;
import org.jejak.ledger.Ledger;

/** Reads what the log names, as it stands in the database now. */
@ApplicationScoped
class Changes {
  private static final int ENTRIES = 500;
  private static final String ERASED = "ledger.erased/";

  /** A file to put into the index, or, where {@code file} is {@code null}, to take out. */
  record Change(Kind kind, String handle, Described file) {}

  /**
   * What follows from some entries.
   *
   * @param position the log's index of the last of them
   * @param erased whether one of them erased what the index may still hold
   */
  record Batch(long position, List<Change> changes, boolean erased) {}

  @Inject Ledger ledger;
  @Inject Instance<Source> sources;

  /** What happened after this place in the log; the same place and no change where nothing did. */
  @Transactional
  public Batch after(long position) {
    List<Entry> entries = ledger.after(position, ENTRIES);
    if (entries.isEmpty()) {
      return new Batch(position, List.of(), false);
    }
    Set<String> handles =
        entries.stream().map(Entry::caseRef).collect(Collectors.toCollection(LinkedHashSet::new));
    List<Change> changes = new ArrayList<>();
    for (Source source : sources) {
      Map<String, Described> found =
          source.read(handles).stream()
              .collect(Collectors.toMap(Described::handle, Function.identity()));
      handles.forEach(handle -> changes.add(new Change(source.kind(), handle, found.get(handle))));
    }
    boolean erased = entries.stream().anyMatch(entry -> entry.act().startsWith(ERASED));
    return new Batch(entries.getLast().index(), changes, erased);
  }

  /**
   * Files that belong into the index.
   *
   * @param last the last chain that was looked at; empty where there are no more
   */
  record Files(List<IndexCheck.Place> places, String last) {}

  /** Those among the next chains after this one. */
  @Transactional
  public Files files(String after) {
    List<String> chains = ledger.chains(after, ENTRIES);
    List<IndexCheck.Place> places = new ArrayList<>();
    if (!chains.isEmpty()) {
      for (Source source : sources) {
        source
            .present(chains)
            .forEach(handle -> places.add(new IndexCheck.Place(source.kind(), handle)));
      }
    }
    return new Files(places, chains.isEmpty() ? "" : chains.getLast());
  }

  /** How long the log is. */
  @Transactional
  public long logSize() {
    return ledger.size();
  }
}
