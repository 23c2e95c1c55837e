package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A disk on which somebody looks before and after each write. */
final class WatchedDisk extends Disk {
  private final Steps steps;

  WatchedDisk(Steps steps) {
    this.steps = steps;
  }

  @Override
  public void put(Path file, byte[] content) throws IOException {
    step("before put " + file);
    super.put(file, content);
    step("after put " + file);
  }

  @Override
  public void drop(Path folder) throws IOException {
    step("before drop " + folder);
    super.drop(folder);
    step("after drop " + folder);
  }

  private void step(String what) throws IOException {
    try {
      steps.at(what);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
