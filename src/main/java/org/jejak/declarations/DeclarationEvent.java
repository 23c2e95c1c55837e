package org.jejak.declarations;

import java.time.LocalDate;
import java.util.List;
import org.jejak.ledger.EventName;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;

/** What can happen to a declaration. */
public sealed interface DeclarationEvent extends LedgerEvent {

  /**
   * Somebody declared.
   *
   * @param dueOn last day for a yearly list, {@code null} for an actual conflict
   * @param unit handle of the declarant's unit that day
   * @param sources codes of the interests, in their order; empty says nothing to declare
   * @param actual how many of them are at play now
   * @param reviewer handle of the superior who is to decide
   */
  @EventName("declaration.filed/1")
  record Filed(
      Subject subject,
      DeclarationKind kind,
      int forYear,
      LocalDate filedOn,
      LocalDate dueOn,
      String unit,
      List<String> sources,
      int actual,
      String reviewer)
      implements DeclarationEvent {}

  /**
   * The superior decided.
   *
   * @param control code of {@code rules/coi_controls.csv}
   * @param owner handle of the control's owner, {@code null} where there is no conflict
   * @param until when the control ends or is looked at again, {@code null} likewise
   */
  @EventName("declaration.decided/1")
  record Decided(
      Subject subject, String control, String owner, LocalDate until, LocalDate decidedOn)
      implements DeclarationEvent {}

  /** The superior has an interest in it too, and the next one up decides. */
  @EventName("declaration.review-passed-on/1")
  record ReviewPassedOn(Subject subject, String from, String to) implements DeclarationEvent {}
}
