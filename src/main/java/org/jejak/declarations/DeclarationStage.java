package org.jejak.declarations;

import java.util.Set;

/** The life of a declaration. */
public enum DeclarationStage {
  /** Filed; the superior has not decided. In a matter with an actual conflict the person pauses. */
  FILED,
  /** The superior found no conflict or set a control. */
  DECIDED;

  Set<DeclarationStage> next() {
    return switch (this) {
      case FILED -> Set.of(DECIDED);
      case DECIDED -> Set.of();
    };
  }
}
