package org.jejak.declarations;

/** The two kinds of conflict in PermenPANRB 17/2024: COI-ACTUAL and COI-POTENTIAL. */
public enum InterestNature {
  /** At play in a decision or act now. */
  ACTUAL,
  /** May become so. */
  POTENTIAL
}
