package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.SignedNote;

/**
 * The newest signed head this host has seen, kept beside the key: outside database, data folder and
 * backup, so that an older state of those is noticed.
 */
final class HighWater {
  private final Disk disk;
  private final Path file;
  private long reached = -1;

  HighWater(Disk disk, Path file) {
    this.disk = disk;
    this.file = file;
  }

  /** The signed note; empty where nothing was ever kept. */
  Optional<String> note() throws IOException {
    return disk.read(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  long free() throws IOException {
    return disk.free(file);
  }

  /** Makes room for a log that begins anew. */
  synchronized void setAside() throws IOException {
    if (note().isPresent()) {
      Path unused = disk.setAside(file);
    }
    reached = -1;
  }

  /** Keeps this head, unless a larger one is kept. Call it only for what is committed. */
  synchronized void raise(long size, String note) throws IOException {
    if (size > reached) {
      // Another node of this host may have been faster.
      if (note().map(HighWater::size).orElse(-1L) < size) {
        disk.put(file, note.getBytes(StandardCharsets.UTF_8));
      }
      reached = size;
    }
  }

  private static long size(String note) {
    return Checkpoint.parse(SignedNote.parse(note).text()).size();
  }
}
