package org.jejak.ledger.access;

import org.jejak.ledger.EventName;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;

/** What happens to a year of looks, in the log {@code records}; its chain is the log's name. */
sealed interface YearEndEvent extends LedgerEvent {
  @EventName("access.end-requested/1")
  record Requested(Subject subject, String log) implements YearEndEvent {}

  @EventName("access.end-withdrawn/1")
  record Withdrawn(Subject subject, String log) implements YearEndEvent {}

  /**
   * All that is left of the year.
   *
   * @param checkpoint the last signed one, so that whoever kept an entry and its proof can still
   *     show that it was there
   */
  @EventName("access.ended/1")
  record Ended(
      Subject subject, String log, long size, String root, String checkpoint, String requestedBy)
      implements YearEndEvent {}
}
