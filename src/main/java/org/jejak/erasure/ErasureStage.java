package org.jejak.erasure;

/** How far an erasure has come. */
public enum ErasureStage {
  /** One custodian asked; a second one decides. */
  ASKED,
  DONE,
  WITHDRAWN
}
