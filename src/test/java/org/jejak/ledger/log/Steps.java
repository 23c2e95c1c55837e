package org.jejak.ledger.log;

import java.io.IOException;
import java.sql.SQLException;

/** Hears of each thing a node is about to do, or has just done, outside its own memory. */
@FunctionalInterface
interface Steps {
  /** The machine has stopped here: nothing after it was done, and all memory is gone. */
  final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String step) {
      super(step, null, false, false);
    }
  }

  /**
   * @param step what it is: {@code "before …"} or {@code "after …"}
   */
  void at(String step) throws SQLException, IOException;
}
