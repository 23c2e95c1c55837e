package org.jejak.cases;

import java.time.LocalDate;
import java.util.List;
import org.jejak.ledger.EventName;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;
import org.jejak.ledger.UnderLaw;
import org.jejak.rules.Track;

/** What can happen to a case. */
public sealed interface CaseEvent extends LedgerEvent {

  /**
   * @param persons the handles of those subjects who are in the directory
   * @param subjects how many subjects, outsiders among them
   * @param norms the codes of what is alleged, one for each matter
   */
  @EventName("case.opened/1")
  record Opened(
      Subject subject,
      CaseSource source,
      String unit,
      LocalDate from,
      LocalDate to,
      int subjects,
      List<String> persons,
      List<String> norms,
      String rules)
      implements CaseEvent, UnderLaw {}

  /** Into whose hands, and out of whose. */
  @EventName("case.investigator-assigned/1")
  record InvestigatorAssigned(Subject subject, String investigator, String before)
      implements CaseEvent {}

  @EventName("case.note-added/1")
  record NoteAdded(Subject subject, int note) implements CaseEvent {}

  @EventName("case.note-edited/1")
  record NoteEdited(Subject subject, int note, int revision) implements CaseEvent {}

  @EventName("case.finding-recorded/1")
  record FindingRecorded(Subject subject, int matter, boolean proven, int revision)
      implements CaseEvent {}

  /** The file went to the authority who decides on it. */
  @EventName("case.submitted/1")
  record Submitted(Subject subject, String authority, String before) implements CaseEvent {}

  /**
   * @param sanction its code; absent where nothing was proven
   * @param rules the fingerprint of the law tables it was decided under
   */
  @EventName("case.matter-decided/1")
  record MatterDecided(
      Subject subject,
      int matter,
      Track track,
      String norm,
      Outcome outcome,
      String sanction,
      Manner manner,
      LocalDate decidedOn,
      String rules)
      implements CaseEvent, UnderLaw {}

  /** Every matter is decided. */
  @EventName("case.concluded/1")
  record Concluded(Subject subject, int matters) implements CaseEvent {}

  /**
   * A dossier was issued: the case's last entry in it.
   *
   * @param contents SHA-256 of the list of its files, in hexadecimal
   * @param opened how many fields were opened for the recipient
   */
  @EventName("case.dossier-issued/1")
  record DossierIssued(Subject subject, DossierRecipient recipient, String contents, int opened)
      implements CaseEvent {}

  @EventName("case.closed/1")
  record Closed(Subject subject) implements CaseEvent {}
}
