package org.jejak.insight;

import java.time.LocalDate;

/**
 * A case or declaration, as far as the entries so far have brought it.
 *
 * @param stage the name of its stage
 * @param openedOn the day of its first entry
 */
record Item(String handle, Measure.Kind kind, String stage, LocalDate openedOn) {
  Item at(String newStage) {
    return new Item(handle, kind, newStage, openedOn);
  }
}
