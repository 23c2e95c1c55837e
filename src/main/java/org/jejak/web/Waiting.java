package org.jejak.web;

/**
 * Tells the navigation how much waits behind one of its entries. A feature makes a bean of it; it
 * is asked on every page of people who have that entry, so the answer must be one counted query.
 */
public interface Waiting {
  /** The path of the navigation's entry, e.g. {@code /cases/triage}. */
  String path();

  /** What waits there for the one who acts now. */
  Count count();

  /**
   * How much waits.
   *
   * @param late whether something of it is overdue
   */
  record Count(long count, boolean late) {
    public static final Count NOTHING = new Count(0, false);
  }
}
