package org.jejak.intake;

import org.jejak.cases.CaseNumber;

/**
 * A report that was taken in.
 *
 * @param number for the office only
 * @param reference for the reporter
 * @param handle its chain in the ledger
 * @param seq the entry of its receipt in that chain
 */
public record Registered(CaseNumber number, Reference reference, String handle, long seq) {}
