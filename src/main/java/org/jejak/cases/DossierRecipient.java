package org.jejak.cases;

import java.util.Set;

/**
 * Who gets a dossier, and so what is opened in it. Never the reporter's identity, words or
 * messages, nor who is shut out and why: each may point to the reporter. What is not opened stays a
 * commitment.
 */
public enum DossierRecipient {
  /** A court, or the board of appeal. */
  COURT(Set.of("case_file", "case_subject", "case_matter", "case_finding", "case_note")),
  /** An auditor or the Ombudsman. */
  OVERSIGHT(Set.of("case_file", "case_subject", "case_matter", "case_finding", "case_note")),
  /** Whom the case is about: without the office's inner notes. */
  SUBJECT(Set.of("case_file", "case_subject", "case_matter", "case_finding"));

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
  private final Set<String> tables;

  DossierRecipient(Set<String> tables) {
    this.tables = tables;
  }

  /**
   * Whether the field is opened for them.
   *
   * @param field table and column, {@code case_file/title}
   */
  boolean mayRead(String field) {
    return tables.contains(field.substring(0, field.indexOf('/')));
  }

  /** Whether the inner notes are opened for them. */
  public boolean readsNotes() {
    return tables.contains("case_note");
  }
}
