package org.jejak.tlog.verify;

/** The four answers there are. */
public enum Verdict {
  /** Genuine, and as many witnesses as were asked for have seen the same log. */
  WITNESSED,
  /** Genuine: signed by the log's key and in its tree, but not witnessed enough. */
  GENUINE,
  /** Well signed, but it contradicts a checkpoint that is known: the log has told two stories. */
  DIVERGED,
  /** Changed, damaged, or of another log. */
  INVALID;

  /** Whether it may be relied on. */
  public boolean isGenuine() {
    return this == WITNESSED || this == GENUINE;
  }
}
