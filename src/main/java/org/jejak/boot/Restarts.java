package org.jejak.boot;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bounds how often something that dies is started again. */
final class Restarts {
  private static final int MOST = 5;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Deque<Long> moments = new ArrayDeque<>();

  /**
   * @throws Trouble at the sixth restart within ten minutes
   */
  void count() {
    count(System.nanoTime());
  }

  void count(long now) {
    moments.removeIf(moment -> now - moment > WITHIN.toNanos());
    moments.add(now);
    if (moments.size() > MOST) {
      throw new Trouble(
          "It ended more than %d times in ten minutes; its log says why.".formatted(MOST));
    }
  }
}
