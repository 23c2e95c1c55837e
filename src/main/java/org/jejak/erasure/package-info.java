/**
 * The end of a file: its stories and the keys that open them are destroyed, by two people, on a
 * ground, and in the log for ever. Above the features, because it ends what they keep; how a chain
 * is erased is the ledger's matter.
 */
package org.jejak.erasure;
