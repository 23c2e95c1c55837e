package org.jejak.erasure;

/** Why a file may be erased. */
public enum Ground {
  /**
   * Its time is over. How long that is, regions settle for themselves (Peraturan ANRI 22/2017 and
   * local schedules): {@link ErasureSettings#retention}.
   */
  RETENTION_OVER,
  /** The person whom it describes asked for it and it was granted: UU 27/2022 Ps 8, Ps 43. */
  SUBJECT_REQUEST,
  /** A court ordered it. */
  COURT_ORDER,
  /** It should never have been kept: UU 27/2022 Ps 43. */
  KEPT_UNLAWFULLY
}
