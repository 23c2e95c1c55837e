/**
 * The append-only audit log: a C2SP tile log over RFC 6962, written in the transaction of the
 * change itself.
 *
 * <p>A user's transaction inserts finished bytes and touches no global lock; one sequencer turns
 * committed entries into leaves afterwards. The stored bytes are the truth: nothing is ever
 * serialised again to verify it.
 */
package org.jejak.ledger;
