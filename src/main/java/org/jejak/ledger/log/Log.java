package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.VerifierKey;

/** What tells one log from another: its names, its keys, its files. */
public final class Log {
  private final String name;
  private final LogKeys keys;
  private final HighWater highWater;
  private final Publication publication;
  private final Clock clock;

  /**
   * @param name in the tables and in addresses: {@code records} or {@code access-<year>}
   * @param origin its name for all time, the first line of every checkpoint
   * @param keyFile the signing key; the high-water file lies beside it
   * @param published the folder of all logs' published files
   * @param clock which day it is, for logs that show outsiders one checkpoint a day
   */
  public Log(String name, String origin, Path keyFile, Path published, Disk disk, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.keys = new LogKeys(name, origin, keyFile, disk);
    this.highWater = new HighWater(disk, keyFile.resolveSibling(name + ".high-water"));
    this.publication = new Publication(published, name, disk, clock);
  }

  /**
   * Opens the key, or makes it for a log that begins.
   *
   * @param begun whether the database has the log
   * @param introduced whether a new key's entry is in {@code records}
   * @throws IOException when the key cannot be read, or others could read it too
   * @throws Diverged when the database has no log and outsiders have one
   */
  public void open(boolean begun, Predicate<VerifierKey> introduced) throws IOException {
    if (!begun) {
      if (publication.checkpoint().isPresent()) {
        throw Diverged.behind(
            "the database has no log %s, but a checkpoint of it was published".formatted(name));
      }
      highWater.setAside();
      keys.make();
    }
    keys.open(introduced);
  }

  public String name() {
    return name;
  }

  public String origin() {
    return keys.origin();
  }

  public LogKeys keys() {
    return keys;
  }

  public Publication publication() {
    return publication;
  }

  HighWater highWater() {
    return highWater;
  }

  /** The log's own further lines for a checkpoint that is about to be published. */
  List<String> cosign(Checkpoint checkpoint) {
    return keys.cosign(checkpoint, Instant.now(clock));
  }

  /** How many bytes can still be written: to the published files, or beside the key. */
  long free() throws IOException {
    return Math.min(publication.free(), highWater.free());
  }
}
