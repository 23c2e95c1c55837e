package org.jejak.ledger;

/**
 * A log has a new key; the one before signs beside it for a while.
 *
 * @param key the new verifier key
 * @param former the verifier key before
 */
@EventName("log.key-rotated/1")
record KeyRotated(Subject subject, String log, String key, String former) implements LedgerEvent {}
