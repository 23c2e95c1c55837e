package org.jejak.search;

import java.util.Locale;

/** What can be found. */
public enum Kind {
  CASE,
  /** A report that waits for its triage; what becomes a case is found as that case. */
  REPORT,
  DECLARATION;

  /** As the index and REST write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
