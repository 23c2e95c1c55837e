package org.jejak.cases;

/** What kind of decision it was; the {@link Decision} itself says the rest. */
public enum Outcome {
  NOT_PROVEN,
  MORAL_SANCTION,
  DISCIPLINE_SANCTION
}
