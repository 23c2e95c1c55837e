package org.jejak.ledger;

/** A log's former key signs no more; what it has signed stays true. */
@EventName("log.key-retired/1")
record KeyRetired(Subject subject, String log, String key) implements LedgerEvent {}
