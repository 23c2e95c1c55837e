package org.jejak.ledger;

/**
 * Entry 0 of a log: whose it is.
 *
 * @param demo whether everything in it is invented
 * @param key the verifier key of its checkpoints
 */
@EventName("log.begun/1")
record LogBegun(Subject subject, String log, String origin, boolean demo, String key)
    implements LedgerEvent {}
