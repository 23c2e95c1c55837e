package org.jejak.ledger.log;

/**
 * Why nothing can be recorded.
 *
 * @param kind what a user is told
 * @param why one English sentence for those who run this
 */
public record Obstacle(Kind kind, String why) {
  /** The sentences {@code refusal.ledger.…}. */
  public enum Kind {
    /** The log has not been opened yet. */
    OPENING,
    /** Too many entries wait for their place. */
    BEHIND,
    /** The disk is nearly full. */
    FULL,
    /** Something does not fit or cannot be written; only a restart tries again. */
    STOPPED,
    /** The database is older than what outsiders have seen, or has another history. */
    RESTORED;

    /** The key of the sentence. */
    public String key() {
      return "ledger." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
