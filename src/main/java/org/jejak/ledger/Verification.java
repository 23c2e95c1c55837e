package org.jejak.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What one full verification found.
 *
 * @param askedBy handle of the person who asked, or {@code system/<job>}
 * @param size how many entries the log had
 * @param root of the tree that was recomputed, in hexadecimal
 * @param faults the first thousand; empty when everything fits
 */
public record Verification(
    Instant begunAt, Instant endedAt, String askedBy, long size, String root, List<Fault> faults) {
  public Verification {
    faults = List.copyOf(faults);
  }

  public boolean isWhole() {
    return faults.isEmpty();
  }
}
