/**
 * Witnesses: other agencies that remember our log and cosign only what continues it.
 *
 * <p>A log that signs for itself can tell two people two stories. A witness cannot be made to
 * forget by anybody here, so that whoever holds a cosigned checkpoint knows which story all others
 * were told. Nobody at work waits for a witness; what is lost without them is only proof to
 * outsiders.
 */
package org.jejak.ledger.witness;
