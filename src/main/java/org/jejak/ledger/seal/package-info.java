/**
 * What is kept secret in what is kept for ever: commitments in public entries, and beside them,
 * sealed under the key of whom they describe, what opens them.
 *
 * <p>A field is committed to with a random salt of its own, so that nobody can guess a small value
 * from its commitment. Salt and value are sealed under a data key of the person or the case; data
 * keys are wrapped by a master key outside database and data folder. Whoever destroys a data key
 * has erased what it sealed, and no proof suffers.
 */
package org.jejak.ledger.seal;
