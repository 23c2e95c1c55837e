package org.jejak.cases;

import java.util.Set;

/** How far one alleged breach is. */
public enum MatterStage {
  ALLEGED,
  /** The investigator has said what was found. */
  FOUND,
  /** The authority has decided. */
  DECIDED,
  /** Closed with its case. */
  CLOSED;

  Set<MatterStage> next() {
    return switch (this) {
      case ALLEGED -> Set.of(FOUND);
      case FOUND -> Set.of(DECIDED);
      case DECIDED -> Set.of(CLOSED);
      case CLOSED -> Set.of();
    };
  }
}
