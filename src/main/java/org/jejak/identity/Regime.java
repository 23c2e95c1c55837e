package org.jejak.identity;

/** Which law of appointment a civil servant is under. */
public enum Regime {
  PNS,
  /** Candidate civil servant, on probation. */
  CPNS,
  /** Civil servant by contract of work. */
  PPPK
}
