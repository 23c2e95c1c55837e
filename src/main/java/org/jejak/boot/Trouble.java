package org.jejak.boot;

/** What stops a start: one sentence that says what to do, for the person at the terminal. */
final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Trouble(String sentence) {
    super(sentence);
  }

  Trouble(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
