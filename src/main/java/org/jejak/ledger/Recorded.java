package org.jejak.ledger;

/**
 * A row that cannot change without an entry: an entity with an embedded {@link Trail}.
 *
 * <p>When it is flushed, the ledger stamps the trail with the number of the entry that its chain
 * received in this transaction; where there is none, the change is refused. It can never be
 * removed.
 */
public interface Recorded {
  Trail trail();
}
