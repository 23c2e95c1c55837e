package org.jejak.ledger.log;

import java.sql.SQLException;
import java.util.List;

/**
 * Witnesses of other agencies, asked after the head is durable here and before anybody is served a
 * checkpoint. Called by the thread that publishes and never on a user's path.
 */
@FunctionalInterface
public interface Cosigners {
  /** Nobody watches. */
  Cosigners NONE = (log, size, note) -> List.of();

  /**
   * Asks for signatures under a checkpoint; it takes seconds at most.
   *
   * @param size of the checkpoint
   * @param note the signed checkpoint as it is stored
   * @return signature lines, each with its newline, to be published below the log's own; those of
   *     the witnesses that answered
   * @throws Diverged when a witness has seen a larger or another tree, signed by this log
   */
  List<String> cosign(Log log, long size, String note) throws SQLException;

  /** Whether it is worth asking again for a checkpoint that is published already. */
  default boolean isUnfinished(Log log, long size) {
    return false;
  }
}
