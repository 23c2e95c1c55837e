package org.jejak.ledger.log;

/** Two things that must be equal are not: the log stops and a person must look. */
public final class Diverged extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final boolean behind;

  private Diverged(String message, boolean behind) {
    super(message);
    this.behind = behind;
  }

  public Diverged(String message) {
    this(message, false);
  }

  /** The database has less than outsiders have seen, or another history. */
  public static Diverged behind(String message) {
    return new Diverged(message, true);
  }

  boolean isBehind() {
    return behind;
  }
}
