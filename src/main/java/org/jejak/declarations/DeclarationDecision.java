package org.jejak.declarations;

import java.time.Instant;
import java.time.LocalDate;

/** What the superior decided on a declaration. */
public sealed interface DeclarationDecision {
  /** The code under which {@code rules/coi_controls.csv} lists that there is no conflict. */
  String NO_CONFLICT = "CTL-NONE";

  /** Handle of the superior who decided. */
  String by();

  Instant at();

  String reason();

  /** The official may go on. */
  record NoConflict(String by, Instant at, String reason) implements DeclarationDecision {}

  /**
   * A control was set.
   *
   * @param control code of {@code rules/coi_controls.csv}
   * @param owner handle of the person who sees to it
   * @param until the day it ends or is looked at again
   */
  record Controlled(
      String by, Instant at, String reason, String control, String owner, LocalDate until)
      implements DeclarationDecision {}

  /** The code of the outcome in {@code rules/coi_controls.csv}. */
  default String code() {
    return switch (this) {
      case NoConflict none -> NO_CONFLICT;
      case Controlled controlled -> controlled.control();
    };
  }
}
