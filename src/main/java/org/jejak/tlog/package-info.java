/**
 * Transparency logs as C2SP and RFC 6962 write them: hashes, proofs, tiles, signed checkpoints.
 *
 * <p>It imports nothing of ours and nothing but the JDK, so that whoever checks a log can read and
 * run it alone; an outsider's verifier and our own sequencer meet only in the specifications.
 */
package org.jejak.tlog;
