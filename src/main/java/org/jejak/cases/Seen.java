package org.jejak.cases;

import org.jejak.base.Refusal;

/** Two people at one thing: the second must have seen what the first did. */
final class Seen {
  private Seen() {}

  /**
   * @param seen the version that somebody acted upon; {@code null} where they named none
   * @throws Refusal STALE {@code stale} with both versions
   */
  static void demand(Long seen, long current) {
    if (seen != null && seen != current) {
      throw new Refusal(
          Refusal.Kind.STALE,
          "stale",
          "version %d was seen, version %d is there".formatted(seen, current),
          seen,
          current);
    }
  }
}
