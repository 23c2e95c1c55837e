package org.jejak.ledger;

import java.time.Instant;
import java.util.List;
import org.jejak.base.Actor;

/**
 * All that the bytes of an entry are made of.
 *
 * @param nonce 32 hexadecimal digits, so that the leaf cannot be guessed from its public hash
 * @param prev leaf hash of the chain's entry before; {@code null} for its first
 * @param set field ids with their commitments, in the order of the ids; {@code null} where a later
 *     entry of the same command has the chain's set
 */
record EntryDraft(
    LedgerEvent event,
    String nonce,
    Instant at,
    Actor actor,
    long seq,
    byte[] prev,
    List<List<String>> set,
    String request,
    String build) {}
