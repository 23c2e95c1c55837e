package org.jejak.ledger;

/** Entries were written. Observed after the commit; a nudge, never the message. */
public record Appended() {}
