/**
 * Search: an index of words that follows the ledger, and answers only with what its reader may see.
 *
 * <p>The index is a cache that tells nothing by itself: it stores handles and no text, is filtered
 * by the policy before anything is counted or ranked, and every hit is read again from the database
 * under the policy. Nothing is ranked by how rare a word is, because that would tell of files out
 * of sight. Deleted or damaged, it is made anew from the first entry.
 */
package org.jejak.search;
