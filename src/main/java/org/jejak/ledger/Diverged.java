package org.jejak.ledger;

/** Two things that must be equal are not: the log stops and a person must look. */
final class Diverged extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  Diverged(String message) {
    super(message);
  }
}
