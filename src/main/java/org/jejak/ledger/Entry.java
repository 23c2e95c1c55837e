package org.jejak.ledger;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * One entry as it was read back from its stored bytes.
 *
 * @param index its place in the log, from 0; -1 while the sequencer has not placed it yet
 * @param at the application's clock when it was written; advisory, the order is the index
 * @param act the event's lasting name, e.g. {@code case.investigator-assigned/1}
 * @param who the handle of the actor
 * @param caseRef the handle of its chain
 * @param seq its running number in the chain, from 1
 * @param data the event's plain values
 */
public record Entry(
    long index,
    Instant at,
    String act,
    String who,
    String role,
    String caseRef,
    long seq,
    JsonObject data) {}
