package org.jejak.ledger;

/**
 * Entries of {@code records} got their places. A nudge for followers to catch up, never the message
 * itself.
 *
 * @param size of the log now
 */
public record LogGrew(long size) {}
