package org.jejak.rules;

/** On which of the law's two ways an alleged breach is dealt with; one act may run on both. */
public enum Track {
  /** Code of ethics and conduct: the outcome is a moral sanction. */
  @Law("PP 42/2004 Ps 15")
  ETHICS,
  /** Discipline: the outcome is one of the sanctions of the discipline regulation. */
  @Law("PP 94/2021 Ps 8")
  DISCIPLINE
}
