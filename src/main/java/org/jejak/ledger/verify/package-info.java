/**
 * State against log: each recorded row against the newest commitment of each of its fields, rows
 * without entries, entries without rows, and what opens the commitments.
 *
 * <p>Reads through JDBC in one snapshot and never through an object cache: what is verified is what
 * the database holds. Chain by chain, so that memory stays bounded and cores can share the work,
 * and so that the quick look at one file is the same code as the nightly look at all.
 */
package org.jejak.ledger.verify;
