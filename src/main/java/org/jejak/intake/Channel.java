package org.jejak.intake;

/** The way a report reached the office. */
public enum Channel {
  /** The public form, or a program that speaks for a reporter. */
  WEB,
  DESK,
  LETTER,
  PHONE,
  EMAIL,
  /** A finding of an audit. */
  AUDIT;

  /** Whether a person of the office types it in. */
  public boolean typedIn() {
    return this != WEB;
  }
}
