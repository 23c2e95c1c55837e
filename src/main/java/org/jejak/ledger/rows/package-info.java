/**
 * Recorded tables as the ledger sees them: their fields, each field's lasting id, its value in the
 * domain and its canonical form.
 *
 * <p>Derived from the entities' own mapping and never listed by hand, so that no field can be
 * forgotten; what cannot be committed to (an element collection, a mutable value, an unrecorded
 * child) is refused when the application starts.
 */
package org.jejak.ledger.rows;
