package org.jejak.intake;

import java.util.Set;

/** Where a report stands until it is a case, or is known not to become one. */
public enum ReportStage {
  /** Nobody has looked at it yet. */
  RECEIVED,
  /** Somebody reads it. */
  REVIEW,
  /** The reporter was asked for more. */
  WAITING,
  /** It became a case, which has the report's number. */
  OPENED,
  /** Not for this office, with the reason given to the reporter. */
  OUTSIDE_REMIT;

  Set<ReportStage> next() {
    return switch (this) {
      case RECEIVED, REVIEW, WAITING -> Set.of(REVIEW, WAITING, OPENED, OUTSIDE_REMIT);
      case OPENED, OUTSIDE_REMIT -> Set.of();
    };
  }

  /** Whether it still has to be decided on. */
  public boolean atTriage() {
    return !next().isEmpty();
  }
}
