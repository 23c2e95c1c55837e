/**
 * Who looked at what: the logs {@code access-<year>}, one for each calendar year of the agency.
 *
 * <p>A look changes nothing, so no row stands behind its entry, and the entry must be committed
 * before the answer leaves. A year is a log of its own, because a look is personal data of the one
 * who looked and may not be kept for ever: what is destroyed after its retention is a whole log,
 * and the log {@code records} keeps the last checkpoint of it.
 *
 * <p>What counts as a look: text of a case, report or declaration in an answer, a search, a
 * download, an export, a denial, a failed sign-in. Lists, assets and polls do not, and neither does
 * what a reporter reads in the inbox: no trace of them is kept.
 */
package org.jejak.ledger.access;
