package org.jejak.boot;

/**
 * Words for the person at the terminal, on standard error; standard output has the address alone.
 */
final class Progress {
  private Progress() {}

  static void say(String sentence) {
    System.err.println(sentence);
  }
}
