package org.jejak.ledger.log;

import java.util.Collection;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * Which entry ids have been dealt with: all up to {@link #high()}, but for a few holes.
 *
 * <p>An id that was passed over belongs to a transaction that is still open, or to one that rolled
 * back. It is dead when every transaction that was open when it was first missed is over: those
 * below the snapshot's {@code xmax} then, once a later snapshot's {@code xmin} has reached it.
 */
final class Frontier {
  /** More missing ids than this are left to the next sweep. */
  private static final long MOST_HOLES = 10_000;

  private final TreeMap<Long, Long> holes = new TreeMap<>();
  private long high;
  private long sweepAfter;

  /**
   * @param high everything visible up to here has been dealt with
   * @param xmax of the snapshot that saw so; what was open then is found by {@link #sweepIsDue}
   */
  Frontier(long high, long xmax) {
    this.high = high;
    this.sweepAfter = xmax;
  }

  long high() {
    return high;
  }

  /** The ids to look at again. */
  Collection<Long> holes() {
    return holes.keySet();
  }

  /** The id was visible: integrated, or of another log. */
  void seen(long id, long xmax) {
    if (id > high) {
      if (id - high - 1 > MOST_HOLES - holes.size()) {
        sweepAfter = xmax;
      } else {
        for (long missed = high + 1; missed < id; missed++) {
          holes.put(missed, xmax);
        }
      }
      high = id;
    } else {
      holes.remove(id);
    }
  }

  /** Forgets the holes that no open transaction can fill any more; call after looking at them. */
  void bury(long xmin) {
    for (Iterator<Long> since = holes.values().iterator(); since.hasNext(); ) {
      if (since.next() <= xmin) {
        since.remove();
      }
    }
  }

  /** Whether what was open at the last sweep is over, so that one more finds all it left. */
  boolean sweepIsDue(long xmin) {
    return sweepAfter > 0 && sweepAfter <= xmin;
  }

  /** A sweep has been done that saw everything before {@code xmin}. */
  void swept() {
    sweepAfter = 0;
  }
}
