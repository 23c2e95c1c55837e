package org.jejak.boot;

/**
 * The PostgreSQL behind the application. Which one is a setting; one never stands in for the other.
 */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

  /** Ends what a killed launcher left behind. */
  void endOrphans();

  /**
   * Returns when the database takes connections; starts it where it is ours and does not run.
   *
   * @throws Trouble when it cannot be had
   */
  Target await() throws InterruptedException;

  /** Whether it must be awaited again; an outside database is the pool's matter, never ours. */
  boolean isGone();

  /** Ends what {@link #await} started. */
  @Override
  void close();
}
