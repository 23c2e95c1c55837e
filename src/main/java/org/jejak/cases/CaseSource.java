package org.jejak.cases;

/** How the office came to know. */
public enum CaseSource {
  /** A report, of a reporter whom the case itself never names. */
  REPORT,
  /** A superior's own finding. */
  SUPERIOR,
  /** The compliance unit. */
  COMPLIANCE,
  /** An audit or the inspectorate's own observation. */
  INSPECTORATE
}
