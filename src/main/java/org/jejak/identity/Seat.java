package org.jejak.identity;

/** In which capacity somebody is on a case. */
public enum Seat {
  /** Opened or triaged it. */
  REGISTRAR,
  INVESTIGATOR,
  EXAMINER,
  AUTHORITY,
  COUNCIL,
  PERSONNEL,
  /** Filed the declaration. */
  DECLARANT,
  /** Decides on the declaration. */
  REVIEWER
}
