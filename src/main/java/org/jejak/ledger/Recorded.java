package org.jejak.ledger;

/**
 * A row that cannot change without an entry: an entity with an embedded {@link Trail}.
 *
 * <p>When it is flushed, the ledger stamps the trail with the number of the entry that its chain
 * received in this transaction; where there is none, the change is refused. It can never be
 * removed. Each of its fields is committed to in that entry, so its values are immutable, and a
 * child row is recorded itself.
 */
public interface Recorded {
  Trail trail();

  /**
   * Whom the row's fields describe: the person or the case under whose data key they are sealed,
   * and with whom they can be erased. Its chain's own subject, unless it says otherwise.
   */
  default Subject describes() {
    return Subject.of(trail().caseRef());
  }
}
