/**
 * What of the log goes into a dossier: the exact entries of one chain, what opens their
 * commitments, and their proofs under one checkpoint. The form itself is {@link
 * org.jejak.tlog.verify.Dossier}'s, whose verifier needs nothing of ours.
 */
package org.jejak.ledger.dossier;
