/** A call for {@code scripts/bench ledger}; no part of the product. */
package org.jejak.api.bench;
