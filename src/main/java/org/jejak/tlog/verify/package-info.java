/**
 * Is it genuine? Receipts and whole logs judged offline, with keys that the reader trusts.
 *
 * <p>Nothing here reads a database or asks the server that made what is judged: an auditor, a court
 * or a reporter runs it on a machine of their own, from this folder alone and the JDK. A verdict
 * that is not good names the part that does not fit, because "invalid" helps nobody who has to find
 * out whether it was a slip of the pen or a forgery.
 */
package org.jejak.tlog.verify;
