package org.jejak.rules;

/** The seven core values of the civil service, BerAKHLAK. */
@Law("UU 20/2023 Ps 4")
public enum CoreValue {
  SERVICE_ORIENTED,
  ACCOUNTABLE,
  COMPETENT,
  HARMONIOUS,
  LOYAL,
  ADAPTIVE,
  COLLABORATIVE
}
