/**
 * The pages of reports: the public form, the reporter's inbox and the verification of receipts,
 * which keep no session, no cookie and no script; and the pages of triage for the office.
 *
 * <p>What a reporter has typed travels in the form itself, sealed, because a server that remembers
 * a half-finished report knows a reporter before they have decided to be one.
 */
package org.jejak.web.intake;
