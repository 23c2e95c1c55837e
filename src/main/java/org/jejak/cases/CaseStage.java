package org.jejak.cases;

import java.util.Set;

/** How far the office is with a whole case. */
public enum CaseStage {
  /** Opened; nobody examines it yet. */
  OPEN,
  /** In an investigator's hands. */
  EXAMINATION,
  /** Every matter in it is decided. */
  CONCLUDED,
  /** Done for good. */
  CLOSED;

  Set<CaseStage> next() {
    return switch (this) {
      case OPEN -> Set.of(EXAMINATION);
      case EXAMINATION -> Set.of(CONCLUDED);
      case CONCLUDED -> Set.of(CLOSED);
      case CLOSED -> Set.of();
    };
  }
}
