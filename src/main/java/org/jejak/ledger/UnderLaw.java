package org.jejak.ledger;

/**
 * An event that was decided under the law as its tables had it: its entry names their hash, so that
 * nobody can say later that another table was in force.
 */
public interface UnderLaw extends LedgerEvent {
  /** SHA-256 of the law tables, in hexadecimal. */
  String rules();
}
