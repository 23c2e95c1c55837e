package org.jejak.ledger.access;

/**
 * Where a log stood when it ended.
 *
 * @param root in hexadecimal
 * @param note the signed checkpoint as it was published
 */
record LastCheckpoint(long size, String root, String note) {}
