package org.jejak.intake;

import java.time.LocalDate;
import java.util.List;
import org.jejak.ledger.EventName;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;

/** What happens to a report. */
public sealed interface ReportEvent extends LedgerEvent {

  /**
   * A report came in.
   *
   * @param receivedOn the day; never the hour
   * @param persons how many people it names
   */
  @EventName("report.received/1")
  record Received(Subject subject, Channel channel, LocalDate receivedOn, int persons)
      implements ReportEvent {}

  /** Somebody began to read it. */
  @EventName("report.taken-up/1")
  record TakenUp(Subject subject) implements ReportEvent {}

  /** It is not for this office. */
  @EventName("report.outside-remit/1")
  record OutsideRemit(Subject subject) implements ReportEvent {}

  /** The reporter was asked for more before it can be decided on. */
  @EventName("report.more-asked/1")
  record MoreAsked(Subject subject) implements ReportEvent {}

  /** The office wrote to the reporter. */
  @EventName("report.replied/1")
  record Replied(Subject subject) implements ReportEvent {}

  /** The reporter wrote. */
  @EventName("report.answered/1")
  record Answered(Subject subject, LocalDate answeredOn) implements ReportEvent {}

  /**
   * It became a case, which carries its number and its chain.
   *
   * @param subjects the handles of the people the case is about
   */
  @EventName("report.opened/1")
  record Opened(Subject subject, List<String> subjects) implements ReportEvent {}

  /** More reports came than are let in within an hour. */
  @EventName("intake.flooded/1")
  record Flooded(Subject subject, LocalDate on) implements ReportEvent {}
}
