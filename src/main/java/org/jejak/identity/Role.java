package org.jejak.identity;

/** What an account is for. One person may hold several. */
public enum Role {
  /** Every civil servant with an account: files declarations, reports. */
  ASN,
  /** Has subordinates (computed from the people, never granted): decides on their declarations. */
  SUPERIOR,
  INVESTIGATOR,
  /** Head or member of an examination team. */
  EXAMINER,
  ETHICS_COUNCIL,
  /** Pejabat yang berwenang menghukum. */
  AUTHORITY,
  PERSONNEL,
  LEADERSHIP,
  AUDITOR,
  /** People, units, roles, rules; sees no case. */
  ADMINISTRATOR,
  CUSTODIAN,
  GIFT_DESK;

  /** Whether it follows from the people and is never given. */
  public boolean isComputed() {
    return this == ASN || this == SUPERIOR;
  }
}
