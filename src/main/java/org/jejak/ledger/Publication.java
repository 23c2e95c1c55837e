package org.jejak.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jejak.tlog.Tiles;

/**
 * The folder from which outsiders are served: tiles and bundles that never change once they are
 * there, and the checkpoint, which is replaced as a whole.
 *
 * <p>Whatever a checkpoint implies is on the disk before the checkpoint is.
 */
final class Publication {
  private static final String CHECKPOINT = "checkpoint";

  /** Everybody may read it: another server on this machine may serve the folder. */
  private static final FileAttribute<?> READABLE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

  private final Path folder;
  private final String log;
  private long lastRead = -1;
  private byte[] lastTile;

  Publication(Path folder, String log) {
    this.folder = folder.resolve(log);
    this.log = log;
  }

  /** The signed checkpoint that outsiders see; empty before the first. */
  Optional<String> checkpoint() throws IOException {
    try {
      return Optional.of(Files.readString(folder.resolve(CHECKPOINT)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * The leaf hash that outsiders have seen at this index; empty where its tile is only partial or
   * not there.
   */
  Optional<byte[]> leaf(long index) throws IOException {
    long n = index / Tiles.WIDTH;
    if (n != lastRead) {
      Path file = folder.resolve(Tiles.path(0, n, Tiles.WIDTH));
      lastTile = Files.exists(file) ? Files.readAllBytes(file) : null;
      lastRead = n;
    }
    if (lastTile == null) {
      return Optional.empty();
    }
    int at = (int) (index % Tiles.WIDTH) * 32;
    return Optional.of(Arrays.copyOfRange(lastTile, at, at + 32));
  }

  /** Brings the folder from the tree of {@code from} entries to that of {@code to}. */
  void publish(Connection connection, long from, long to, String note)
      throws SQLException, IOException {
    StoredTiles tiles = new StoredTiles(connection, log);
    for (int level = 0; Tiles.count(to, level) > 0; level++) {
      long last = (Tiles.count(to, level) - 1) / Tiles.WIDTH;
      for (long n = Tiles.count(from, level) / Tiles.WIDTH; n <= last; n++) {
        int width = Tiles.width(to, level, n);
        create(Tiles.path(level, n, width), concatenated(tiles.tile(level, n, width)));
        if (level == 0) {
          create(Tiles.bundlePath(n, width), bundle(connection, n, width));
        }
        if (width == Tiles.WIDTH) {
          dropPartial(Tiles.path(level, n, width));
          if (level == 0) {
            dropPartial(Tiles.bundlePath(n, width));
          }
        }
      }
    }
    Path checkpoint = folder.resolve(CHECKPOINT);
    Path draft = draft(checkpoint, note.getBytes(StandardCharsets.UTF_8));
    Files.move(draft, checkpoint, StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
  }

  private static byte[] concatenated(List<byte[]> hashes) {
    ByteBuffer all = ByteBuffer.allocate(hashes.size() * 32);
    hashes.forEach(all::put);
    return all.array();
  }

  /** Entries, each after its length in two bytes. */
  private byte[] bundle(Connection connection, long n, int width) throws SQLException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PreparedStatement select =
            connection.prepareStatement(
                "select e.bytes from ledger_leaf l join ledger_entry e on e.id = l.entry_id"
                    + " where l.log = ? and l.idx >= ? and l.idx < ? order by l.idx");
        DataOutputStream out = new DataOutputStream(bytes)) {
      select.setString(1, log);
      select.setLong(2, n * Tiles.WIDTH);
      select.setLong(3, n * Tiles.WIDTH + width);
      try (ResultSet rows = select.executeQuery()) {
        int entries = 0;
        for (; rows.next(); entries++) {
          byte[] entry = rows.getBytes(1);
          out.writeShort(entry.length);
          out.write(entry);
        }
        if (entries != width) {
          throw new Diverged("bundle %d has %d entries, not %d".formatted(n, entries, width));
        }
      }
    }
    return bytes.toByteArray();
  }

  /** Writes what is not there yet; what is there must be the same. */
  private void create(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    if (Files.exists(file)) {
      if (!Arrays.equals(Files.readAllBytes(file), content)) {
        throw new Diverged("published " + file + " differs from the database");
      }
      return;
    }
    Path parent = file.getParent();
    makeFolders(parent);
    Files.move(draft(file, content), file, StandardCopyOption.ATOMIC_MOVE);
    sync(parent);
  }

  private static Path draft(Path file, byte[] content) throws IOException {
    makeFolders(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), ".draft", ".new", READABLE);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return draft;
  }

  /** Partial tiles are not needed once the full one is there. */
  private void dropPartial(String fullPath) throws IOException {
    Path partial = folder.resolve(fullPath + ".p");
    if (Files.isDirectory(partial)) {
      try (Stream<Path> files = Files.list(partial)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(partial);
    }
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
