package org.jejak.rules;

/** Toward what a rule of conduct binds: the five fields of the code of ethics. */
@Law("PP 42/2004 Ps 7")
public enum ConductField {
  @Law("PP 42/2004 Ps 8")
  STATE,
  @Law("PP 42/2004 Ps 9")
  ORGANISATION,
  @Law("PP 42/2004 Ps 10")
  SOCIETY,
  @Law("PP 42/2004 Ps 11")
  SELF,
  @Law("PP 42/2004 Ps 12")
  FELLOW
}
