package org.jejak.rules;

import java.time.LocalDate;

/** A value that holds between two days. */
public interface Dated {
  /** The first day on which it holds. */
  LocalDate validFrom();

  /** The last day on which it holds; {@link LocalDate#MAX} while it is in force. */
  LocalDate validTo();

  /** Whether it holds on this day. */
  default boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom()) && !day.isAfter(validTo());
  }
}
