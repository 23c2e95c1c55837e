package org.jejak.ledger.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jejak.base.Handle;

/**
 * The keys that wrap data keys: a text file of lines {@code id base64(32 bytes)}. The last line
 * wraps; the lines before it only unwrap what was wrapped earlier.
 */
final class MasterKeys {
  private static final System.Logger LOG = System.getLogger(MasterKeys.class.getName());
  private static final int BYTES = 32;
  private static final int ID_LENGTH = 8;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Map<String, SecretKey> keys = new LinkedHashMap<>();
  private String current;

  private MasterKeys() {}

  /**
   * Reads the file, or makes it where nothing has been sealed yet.
   *
   * @param used whether data keys exist; a missing file is then not made anew, because what they
   *     sealed would stay shut for ever
   * @throws IOException also where others can read the file, or it is no such file
   */
  static MasterKeys open(Path file, boolean used) throws IOException {
    if (!Files.exists(file)) {
      if (used) {
        throw new IOException(
            "the master key file %s is missing; put the copy back: without it no narrative opens"
                .formatted(file));
      }
      make(file);
    }
    refuseLoose(file);
    MasterKeys read = new MasterKeys();
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      if (!line.isBlank()) {
        read.add(file, line.strip());
      }
    }
    if (read.current == null) {
      throw new IOException(file + " holds no key");
    }
    return read;
  }

  /** Adds a key of this id, which wraps from now on; the file is replaced as a whole. */
  static void extend(Path file, String id) throws IOException {
    write(file, Files.readString(file, StandardCharsets.US_ASCII) + line(id), true);
  }

  /** An id for a new key. */
  static String newId() {
    return Handle.random(ID_LENGTH);
  }

  /** Whether the file held this key when it was read. */
  boolean has(String id) {
    return keys.containsKey(id);
  }

  /** The id of the key that wraps. */
  String current() {
    return current;
  }

  /**
   * The key with this id.
   *
   * @throws IllegalStateException where the file does not hold it
   */
  SecretKey get(String id) {
    SecretKey key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException(
          "the master key %s is missing in its file; put the copy back".formatted(id));
    }
    return key;
  }

  private void add(Path file, String line) throws IOException {
    int space = line.indexOf(' ');
    try {
      byte[] key = Base64.getDecoder().decode(line.substring(space + 1));
      if (space != ID_LENGTH || key.length != BYTES) {
        throw new IOException("%s has a line that is no key of 32 bytes".formatted(file));
      }
      current = line.substring(0, space);
      keys.put(current, new SecretKeySpec(key, "AES"));
    } catch (IllegalArgumentException e) {
      throw new IOException("%s has a line that is not base64".formatted(file), e);
    }
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      write(file, line(newId()), false);
      LOG.log(
          System.Logger.Level.WARNING,
          "made the master key {0}; copy it now to a safe place off this machine, apart from every"
              + " backup: without it no narrative can be read, with it and the database all can",
          file.toAbsolutePath());
    } catch (FileAlreadyExistsException faster) {
      LOG.log(System.Logger.Level.DEBUG, "{0} was made by another start", file);
    }
  }

  private static String line(String id) {
    return id + ' ' + Base64.getEncoder().encodeToString(Salt.draw(BYTES)) + '\n';
  }

  private static void write(Path file, String lines, boolean replace) throws IOException {
    Path target = file.toAbsolutePath();
    Path draft = Files.createTempFile(target.getParent(), "master", ".new");
    try {
      Files.writeString(draft, lines, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
      if (Files.getFileStore(draft).supportsFileAttributeView(PosixFileAttributeView.class)) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--------"));
      }
      if (replace) {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.createLink(target, draft); // only where nothing is yet
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void refuseLoose(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
      return;
    }
    List<PosixFilePermission> loose =
        Files.getPosixFilePermissions(file).stream()
            .filter(permission -> !OWNER_ONLY.contains(permission))
            .toList();
    if (!loose.isEmpty()) {
      throw new IOException(
          "the master key file %s can be used by others (%s); chmod 400 it".formatted(file, loose));
    }
  }
}
