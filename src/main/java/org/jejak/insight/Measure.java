package org.jejak.insight;

/** What is counted month by month. The names stand in the database and on every figure. */
public enum Measure {
  /** Cases opened and actual conflicts declared, by {@link Kind}. */
  OPENED,
  /** The same, by the unit's handle. */
  OPENED_UNIT,
  /** Cases in each stage: who came less who left. */
  STAGE,
  /** Decisions on matters and on declared conflicts, by outcome. */
  OUTCOME,
  /** Cases of which every matter is decided, by {@link Kind}. */
  CONCLUDED,
  /** The same, by the days since they were opened. */
  CONCLUDED_DAYS,
  /** Yearly lists filed, by whether in time. */
  YEARLY,
  /** Decisions of superiors on declarations, by the weekdays they took. */
  REVIEW_DAYS;

  /** The kinds of things that are opened. */
  public enum Kind {
    ETHICS,
    DISCIPLINE,
    /** An actual conflict of interest, declared. */
    CONFLICT,
    /** A yearly list; counted by {@link Measure#YEARLY} only. */
    YEARLY
  }
}
