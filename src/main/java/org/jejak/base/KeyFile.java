package org.jejak.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** A secret of 32 random bytes in a file that only its owner reads, made when first asked for. */
public final class KeyFile {
  private static final System.Logger LOG = System.getLogger(KeyFile.class.getName());
  private static final int BYTES = 32;

  private KeyFile() {}

  /** The key {@code name} of this folder; both are made where they are not there yet. */
  public static byte[] read(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != BYTES) {
        throw new IllegalStateException("%s must hold %d bytes".formatted(file, BYTES));
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key " + file, e);
    }
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new");
    Files.write(draft, key, StandardOpenOption.SYNC);
    if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--------"));
    }
    try {
      // A link is made only where nothing is yet: the first of two that start together wins.
      Files.createLink(file, draft);
      LOG.log(System.Logger.Level.INFO, "made the key {0}; copy it to a safe place", file);
    } catch (FileAlreadyExistsException faster) {
      LOG.log(System.Logger.Level.DEBUG, "the key {0} was made by another start", file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
