/**
 * Figures for the leadership: how many cases and declarations, of what kind, how long they took.
 *
 * <p>A follower counts entries of the ledger into months, so that a page costs the same at a
 * hundred and at a million cases, and the figures are one and the same for everybody: they do not
 * ask who is looking. In return nothing is shown that speaks of fewer than five ({@link
 * org.jejak.insight.SmallNumbers}).
 */
package org.jejak.insight;
