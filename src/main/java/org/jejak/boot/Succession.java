package org.jejak.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;

/**
 * The last resort, when a log's key was stolen or its history cannot be brought back: the tree
 * ends, and a new one begins under a new origin and a new key. Its entry 0 names the old origin,
 * its size, its root and the reason; all entries that are left follow in their order.
 *
 * <p>The old tree is not hidden: its leaves and checkpoints stay under another name, its published
 * files in a folder of their own, and its receipts stay valid under its key. It is done with Jejak
 * stopped, by whoever runs the host, since a thief of the key may also have an account.
 */
final class Succession {
  private static final String RECORDS = "records";

  private final DataFolder folder;
  private final Path keys;
  private final String origin;
  private final String reason;

  /**
   * @param keys the folder of the log's keys
   * @param origin of the new tree
   */
  Succession(DataFolder folder, Path keys, String origin, String reason) {
    this.folder = folder;
    this.keys = keys;
    this.origin = origin;
    this.reason = reason;
  }

  /**
   * Does it; begun again after a crash it goes on.
   *
   * @param owner may change the ledger's own tables
   * @return the new verifier key
   */
  String run(Connection owner) throws SQLException, IOException {
    Path key = keys.resolve(RECORDS + ".key");
    Path highWater = keys.resolve(RECORDS + ".high-water");
    Path draft = keys.resolve(RECORDS + ".succeeding.key");
    boolean changed = Files.exists(key) && verifier(key).startsWith(origin + "+");
    if (changed && (!Files.exists(highWater) || begins(highWater))) {
      throw new Trouble("The log has this origin already: a succession needs a new one.");
    }
    if (!changed && !Files.exists(draft)) {
      SigningKey.generate(origin).write(draft);
    }
    String verifier = verifier(changed ? key : draft);
    EndOfTree end = new EndOfTree(owner, RECORDS);
    String ended = end.begun(origin).orElse("");
    if (ended.isEmpty()) {
      ended = end.run(origin, verifier, reason, seen(highWater));
    }
    // Until the last line the guard refuses: the high-water file is of the old tree.
    if (!changed) {
      keepVerifiers();
      for (String kind : List.of("key", "former.key", "mldsa.key")) {
        setAside(keys.resolve(RECORDS + "." + kind), keys.resolve(ended + "." + kind));
      }
      Files.move(draft, key, StandardCopyOption.ATOMIC_MOVE);
    }
    Path publication = folder.file(Backup.PUBLICATION);
    setAside(publication.resolve(RECORDS), publication.resolve(ended));
    setAside(highWater, keys.resolve(ended + ".high-water"));
    return verifier;
  }

  private static Optional<Checkpoint> seen(Path highWater) throws IOException {
    return Files.exists(highWater)
        ? Optional.of(Checkpoint.parse(SignedNote.parse(Files.readString(highWater)).text()))
        : Optional.empty();
  }

  /** Whether a note is of the new log. */
  private boolean begins(Path note) throws IOException {
    return Files.readString(note).startsWith(origin + "\n");
  }

  /** What the old keys have signed stays valid: they are named among those that sign no more. */
  private void keepVerifiers() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String kind : List.of("former.key", "key")) {
      Path file = keys.resolve(RECORDS + "." + kind);
      if (Files.exists(file)) {
        lines.add(verifier(file));
      }
    }
    Files.write(
        keys.resolve(RECORDS + ".retired"),
        lines,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
  }

  private static String verifier(Path key) throws IOException {
    return SigningKey.read(key).verifier().toString();
  }

  private static void setAside(Path from, Path to) throws IOException {
    if (Files.exists(from) && !Files.exists(to)) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
