/**
 * Reports: from the first word of a reporter, at the public form, by a program or at the desk, to
 * triage, and the dialogue that goes on behind the reporter's secret code.
 *
 * <p>Nothing of where a report came from is kept: no address, no browser, no hour. What a reporter
 * says about themselves is sealed apart from the report. A report carries from its first day the
 * number and the handle that its case will have, so that one chain tells the whole matter; the
 * reference and the code that the reporter holds are drawn independently of both.
 */
package org.jejak.intake;
