package org.jejak.ledger;

/** The log is alive: written every day, so that a day without it shows. */
@EventName("ledger.heartbeat/1")
record Heartbeat(Subject subject) implements LedgerEvent {}
