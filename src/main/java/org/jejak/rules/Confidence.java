package org.jejak.rules;

/** How sure a row of a table is; shown wherever somebody relies on it. */
public enum Confidence {
  /** A source was seen. */
  SOURCE,
  /** From memory, held to be sure. */
  MEMORY,
  /** To be read in the gazette before anybody relies on it. */
  UNCERTAIN;

  static Confidence of(String mark) {
    return switch (mark) {
      case "S" -> SOURCE;
      case "M" -> MEMORY;
      case "?" -> UNCERTAIN;
      default -> throw new IllegalArgumentException("confidence must be S, M or ?, not " + mark);
    };
  }
}
