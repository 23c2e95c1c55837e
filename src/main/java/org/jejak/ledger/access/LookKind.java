package org.jejak.ledger.access;

/** In which way somebody looked, or tried to. */
public enum LookKind {
  OPENED,
  SEARCHED,
  DOWNLOADED,
  EXPORTED,
  DENIED,
  SIGN_IN_FAILED
}
