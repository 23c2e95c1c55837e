package org.jejak.search;

import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jejak.ledger.Recorded;

/** The rows of several files, read in one query and sorted to their file. */
final class Rows<T> {
  private final Map<String, List<T>> byChain;

  private Rows(Map<String, List<T>> byChain) {
    this.byChain = byChain;
  }

  /** {@code query} has one parameter, {@code handles}. */
  static <T extends Recorded> Rows<T> of(TypedQuery<T> query, Collection<String> handles) {
    return new Rows<>(
        query
            .setParameter("handles", handles)
            .getResultStream()
            .collect(Collectors.groupingBy(row -> row.trail().caseRef())));
  }

  /** Those of one file, in the query's order. */
  List<T> of(String handle) {
    return byChain.getOrDefault(handle, List.of());
  }
}
