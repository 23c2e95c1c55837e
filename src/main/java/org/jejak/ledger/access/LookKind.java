package org.jejak.ledger.access;

/** In which way somebody looked, or tried to. */
public enum LookKind {
  OPENED,
  SEARCHED,
  DOWNLOADED,
  EXPORTED,
  PRINTED,
  DENIED,
  SIGN_IN_FAILED
}
