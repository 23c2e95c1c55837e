package org.jejak.tlog.program;

/** A command line that cannot be followed, and what to do about it. */
final class Misuse extends Exception {
  private static final long serialVersionUID = 1L;

  Misuse(String message) {
    super(message);
  }

  Misuse(String message, Throwable cause) {
    super(message, cause);
  }
}
