package org.jejak.tlog.verify;

import java.io.IOException;
import java.util.Optional;

/** A published log as C2SP tlog-tiles lays it out: a folder somewhere, or an address. */
public interface LogFiles {
  /**
   * A file of the log.
   *
   * @param path below the log, e.g. {@code tile/0/000}
   * @param most bytes it may have; of a larger one {@code most + 1} come back, so that it shows
   * @return empty where there is none
   * @throws NotAllowed where it is there, but not for whoever asks
   */
  Optional<byte[]> read(String path, int most) throws IOException;

  /** Something that only auditors may read. */
  final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1L;

    NotAllowed(String path) {
      super(path + " is for auditors only");
    }
  }
}
