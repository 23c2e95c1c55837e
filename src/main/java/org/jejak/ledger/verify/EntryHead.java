package org.jejak.ledger.verify;

/**
 * Which entry it was.
 *
 * @param nonce its {@code n}, to which disclosures are bound
 * @param index its place in the log; -1 while it has none
 * @param who handle of its author
 */
record EntryHead(long id, String nonce, long seq, long index, String who) {}
