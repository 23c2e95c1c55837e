package org.jejak.cases;

import org.jejak.rules.Law;

/** What the authority decides on one matter. */
public sealed interface Decision {
  /** The allegation is not proven; nothing is imposed. */
  record NotProven() implements Decision {}

  /**
   * A statement, in the code of ethics' own terms.
   *
   * @param code which of the two: closed or open
   * @param manner how it is made known
   */
  @Law("PP 42/2004 Ps 15")
  record MoralSanction(String code, Manner manner) implements Decision {}

  /**
   * One of the sanctions of the discipline regulation.
   *
   * @param code e.g. {@code PP94-R2}
   */
  @Law("PP 94/2021 Ps 8")
  record DisciplineSanction(String code) implements Decision {}
}
