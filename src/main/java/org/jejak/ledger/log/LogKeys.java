package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.jejak.tlog.VerifierKey;

/** The key that signs a log's checkpoints: a file outside database, data folder and backup. */
public final class LogKeys {
  private static final System.Logger LOG = System.getLogger(LogKeys.class.getName());

  private final String origin;
  private final Path file;
  private final Disk disk;
  private SigningKey key;

  LogKeys(String origin, Path file, Disk disk) {
    this.origin = origin;
    this.file = file;
    this.disk = disk;
  }

  String origin() {
    return origin;
  }

  /**
   * Reads the key.
   *
   * @throws IOException if it is missing, since outsiders trust no other; or if it cannot be read,
   *     or others could read it too
   */
  synchronized void open() throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(
          "the log's signing key %s is missing; put the copy back".formatted(file));
    }
    SigningKey read;
    try {
      read = SigningKey.read(file);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
    if (!read.verifier().name().equals(origin)) {
      throw new IOException(
          "%s signs for %s, but jejak.ledger.origin makes this log %s"
              .formatted(file, read.verifier().name(), origin));
    }
    key = read;
  }

  /**
   * Makes the key of a log that begins. One that is there already is set aside: it may have signed
   * another log of this name, and two histories under one key are a fork.
   */
  synchronized void make() throws IOException {
    if (Files.exists(file)) {
      Path aside = disk.setAside(file);
      LOG.log(
          System.Logger.Level.WARNING,
          "the database has no log yet, but there was a signing key; it is now {0}",
          aside);
    }
    SigningKey.generate(origin).write(file);
    LOG.log(
        System.Logger.Level.WARNING,
        "made the log''s signing key {0}; copy it now to a safe place off this machine:"
            + " without it the log cannot go on, and whoever has it can sign in its name",
        file.toAbsolutePath());
  }

  /** The key that checks the newest checkpoints; only after {@link Log#open}. */
  public VerifierKey verifier() {
    return key().verifier();
  }

  /** The verifier keys, one a line. */
  public String published() {
    return verifier() + "\n";
  }

  /** The signed note of a checkpoint. */
  public SignedNote sign(Checkpoint checkpoint) {
    return SignedNote.sign(checkpoint.text(), key());
  }

  /** Whether the note is signed by this log. */
  boolean signed(SignedNote note) {
    return note.isSignedBy(verifier());
  }

  private synchronized SigningKey key() {
    if (key == null) {
      throw new IllegalStateException("the signing key of " + origin + " has not been read");
    }
    return key;
  }
}
