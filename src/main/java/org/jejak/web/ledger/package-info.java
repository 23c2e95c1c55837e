/**
 * Pages of the log itself: is it whole, what is in it, and the proof of one entry.
 *
 * <p>They show bytes and hashes as they are, because whoever comes here comes to check and not to
 * believe.
 */
package org.jejak.web.ledger;
