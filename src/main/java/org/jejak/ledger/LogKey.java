package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jejak.base.Handle;
import org.jejak.tlog.SigningKey;

/** The key that signs the log's checkpoints: a file outside database and backup. */
@ApplicationScoped
public class LogKey {
  private static final System.Logger LOG = System.getLogger(LogKey.class.getName());

  @Inject LedgerSettings settings;
  private SigningKey key;

  /**
   * Reads the key, or makes it for a log that has not begun.
   *
   * @param begun whether the log has entries; a missing key is then not made anew, because
   *     outsiders trust the old one. A log without entries never signs with a key that is there
   *     already: it may have signed another log of this name, and two histories under one key are a
   *     fork.
   */
  synchronized void open(boolean begun) throws IOException {
    Path file = settings.keyFile();
    if (!begun && Files.exists(file)) {
      Path aside = file.resolveSibling(file.getFileName() + "." + Handle.random(8));
      Files.move(file, aside);
      LOG.log(
          System.Logger.Level.WARNING,
          "the database has no log yet, but there was a signing key; it is now {0}",
          aside);
    }
    if (!Files.exists(file)) {
      if (begun) {
        throw new IOException(
            "the log's signing key %s is missing; put the copy back".formatted(file));
      }
      SigningKey.generate(settings.origin()).write(file);
      LOG.log(
          System.Logger.Level.WARNING,
          "made the log''s signing key {0}; copy it now to a safe place off this machine:"
              + " without it the log cannot go on, and whoever has it can sign in its name",
          file.toAbsolutePath());
    }
    SigningKey read;
    try {
      read = SigningKey.read(file);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
    if (!read.verifier().name().equals(settings.origin())) {
      throw new IOException(
          "%s signs for %s, but jejak.ledger.origin is %s"
              .formatted(file, read.verifier().name(), settings.origin()));
    }
    key = read;
  }

  /** The key; only after {@link #open}. */
  synchronized SigningKey get() {
    if (key == null) {
      throw new IllegalStateException("the log's signing key has not been read");
    }
    return key;
  }
}
