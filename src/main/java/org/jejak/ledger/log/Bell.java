package org.jejak.ledger.log;

import java.time.Duration;

/** Wakes who waits for something that happens now and then, and ends the waiting for good. */
final class Bell {
  private long rings;
  private boolean over;

  synchronized void ring() {
    rings++;
    notifyAll();
  }

  /** How often it rang. */
  synchronized long rings() {
    return rings;
  }

  /** From here on nobody waits. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  synchronized boolean isOver() {
    return over;
  }

  /**
   * Waits for the next ring.
   *
   * @param heard what {@link #rings} said before; a ring since then is not waited for
   * @param most the longest time from {@code since}, a {@link System#nanoTime}
   */
  synchronized void await(long heard, long since, Duration most) throws InterruptedException {
    long left = left(since, most);
    while (rings == heard && left > 0 && !over) {
      wait(left);
      left = left(since, most);
    }
  }

  /** What is left of a time that began, in whole milliseconds. */
  static long left(long since, Duration most) {
    return most.toMillis() - (System.nanoTime() - since) / 1_000_000;
  }
}
