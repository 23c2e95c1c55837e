package org.jejak.insight;

import org.jejak.ledger.EventName;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;

/** What happens to integrity reports. */
public sealed interface InsightEvent extends LedgerEvent {

  /**
   * A report was issued.
   *
   * @param period as {@link Period#written} writes it
   * @param position index of the last entry of the log that was counted
   * @param figures SHA-256 of the figures as they were shown
   */
  @EventName("insight.report-issued/1")
  record ReportIssued(Subject subject, String period, long position, String figures)
      implements InsightEvent {}
}
