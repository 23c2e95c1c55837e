package org.jejak.ledger;

/**
 * A fact that goes into the log: a record whose first component is its {@link Subject}, annotated
 * with its {@link EventName}.
 *
 * <p>The other components become the entry's {@code data}: strings, whole numbers, booleans, enums
 * (by name), days, moments, values of one component, and lists of these; {@code null} is left out.
 * Plain values only (handles, stages, codes, days), never a person's story.
 */
public interface LedgerEvent {
  Subject subject();
}
