/**
 * The programs {@code scripts/verify} and {@code scripts/witness}, for people outside the agency.
 *
 * <p>They are the only part of the log's code that prints, asks the clock and ends a process. The
 * whole of {@code org.jejak.tlog} needs a JDK and nothing else: copy the folder and the scripts to
 * any machine.
 */
package org.jejak.tlog.program;
