package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jejak.base.Handle;

/**
 * Files that are there whole or not at all, also after the power failed: written beside, forced to
 * the disk, renamed, and the folder forced too.
 *
 * <p>An {@link IOException} of a write means that nobody knows what is on the disk. Reading the
 * file back proves nothing then, because the kernel may have dropped the page it could not write.
 */
public class Disk {
  /** Everybody may read it: another server on this machine may serve the folder. */
  private static final FileAttribute<?> READABLE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

  /** Puts the file in place, instead of one that may be there. */
  public void put(Path file, byte[] content) throws IOException {
    makeFolders(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), ".draft", ".new", READABLE);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    sync(file.getParent());
  }

  /** The file's content; empty where there is none. */
  public Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The names in a folder, sorted; none where there is no folder. */
  public List<String> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Removes a folder of plain files, if it is there. */
  public void drop(Path folder) throws IOException {
    for (String name : list(folder)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(folder);
  }

  /** How many bytes can still be written where this file is or would be. */
  public long free(Path file) throws IOException {
    Path there = file.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return Files.getFileStore(there).getUsableSpace();
  }

  /** Gives the file a random other name in its folder, and returns that. */
  public Path setAside(Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + "." + Handle.random(8));
    rename(file, aside);
    return aside;
  }

  /** Gives the file another name in its folder. */
  public void rename(Path file, Path other) throws IOException {
    Files.move(file, other, StandardCopyOption.ATOMIC_MOVE);
    sync(file.toAbsolutePath().getParent());
  }

  private static void makeFolders(Path wanted) throws IOException {
    if (Files.isDirectory(wanted)) {
      return;
    }
    Path parent = wanted.toAbsolutePath().getParent();
    makeFolders(parent);
    Files.createDirectories(wanted);
    sync(parent);
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
