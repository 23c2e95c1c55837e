package org.jejak.erasure;

import org.jejak.ledger.EventName;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;

/** What happens to erasures; each has a chain of its own, which outlives the file. */
public sealed interface ErasureEvent extends LedgerEvent {

  /**
   * @param file the handle of the chain that is to be erased
   */
  @EventName("erasure.asked/1")
  record Asked(Subject subject, String file, Ground ground) implements ErasureEvent {}

  /** A second person carried it out; the file's own chain says what was erased. */
  @EventName("erasure.done/1")
  record Done(Subject subject, String file, Ground ground, String askedBy)
      implements ErasureEvent {}

  @EventName("erasure.withdrawn/1")
  record Withdrawn(Subject subject, String file) implements ErasureEvent {}
}
