package org.jejak.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The folder that holds all state of one installation. It belongs to one launcher at a time: the
 * lock falls with its process, however that ends.
 */
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "jejak.lock";

  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Creates the folder where it is missing, and takes it.
   *
   * @throws Trouble when another launcher has it, or it cannot be written
   */
  static DataFolder take(Path root) {
    FileChannel channel;
    try {
      Folders.createPrivate(root);
      channel =
          FileChannel.open(
              root.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new Trouble(
          "The data folder %s cannot be written; choose another with --data DIR.".formatted(root),
          e);
    }
    DataFolder folder = new DataFolder(root.toAbsolutePath().normalize(), channel);
    folder.lock();
    return folder;
  }

  private void lock() {
    try {
      FileLock mine = lock.tryLock();
      if (mine == null) {
        throw inUse();
      }
      lock.truncate(0);
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      lock.write(ByteBuffer.wrap(pid), 0);
    } catch (OverlappingFileLockException e) {
      throw inUse();
    } catch (IOException e) {
      throw new Trouble("The data folder %s cannot be locked.".formatted(root), e);
    }
  }

  private Trouble inUse() {
    return new Trouble(
        "Jejak already runs on %s. Stop it first, or choose another folder with --data DIR."
            .formatted(root));
  }

  Path root() {
    return root;
  }

  /** The cluster of the embedded database. */
  Path cluster() {
    return root.resolve("pg");
  }

  /** The passwords of the database's roles. */
  Path secrets() {
    return root.resolve("secrets.properties");
  }

  /** What the application is told; holds passwords, so they appear on no command line. */
  Path serverSettings() {
    return root.resolve("server.properties");
  }

  Path logs() {
    return folder("log");
  }

  /** What can be thrown away between two runs: the unpacked server and the deployed application. */
  Path work() {
    return folder("work");
  }

  /**
   * @param sign what the command line of this child alone contains
   */
  PidFile pidFile(String name, String sign) {
    return new PidFile(root.resolve(name + ".pid"), sign);
  }

  Path file(String name) {
    return root.resolve(name);
  }

  /** Whether anything was ever kept here. */
  boolean holdsData() {
    return Files.exists(cluster()) || Files.exists(serverSettings());
  }

  /** Throws everything away but the lock. */
  void clear() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      for (Path path : all.filter(path -> !path.endsWith(LOCK)).toList()) {
        Folders.delete(path);
      }
    }
  }

  private Path folder(String name) {
    try {
      return Folders.createPrivate(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
