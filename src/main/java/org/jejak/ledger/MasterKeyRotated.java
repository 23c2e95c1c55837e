package org.jejak.ledger;

/**
 * Data keys are wrapped by a new master key.
 *
 * @param key its id, never the key
 * @param former the id of the one before, which goes on unwrapping what is not wrapped anew yet
 */
@EventName("ledger.master-key-rotated/1")
record MasterKeyRotated(Subject subject, String key, String former) implements LedgerEvent {}
