package org.jejak.ledger;

/**
 * A database older than the log was refilled from the published bundles. What the entries speak of
 * may be older still: full verification names it.
 *
 * @param from the first index that came back
 * @param to one more than the last
 */
@EventName("log.refilled/1")
record LogRefilled(Subject subject, String log, long from, long to) implements LedgerEvent {}
