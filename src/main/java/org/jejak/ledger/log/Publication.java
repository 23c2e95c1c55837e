package org.jejak.ledger.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.Tiles;

/**
 * The folder from which outsiders are served: tiles and bundles that never change once they are
 * there, and the checkpoint, which is replaced as a whole and only by a larger one.
 *
 * <p>Whatever a checkpoint implies is on the disk before the checkpoint is.
 */
public final class Publication {
  private static final String CHECKPOINT = "checkpoint";
  private static final String DAILY = "daily";
  private static final String KEYS = "keys";

  private final Path folder;
  private final String log;
  private final Disk disk;
  private final Clock clock;
  private long lastRead = -1;
  private byte[] lastTile;

  /** The published files of this log, in a folder of its own below {@code all}. */
  public Publication(Path all, String log, Disk disk, Clock clock) {
    this.folder = all.resolve(log);
    this.log = log;
    this.disk = disk;
    this.clock = clock;
  }

  /** The signed checkpoint as it was last published; empty before the first. */
  public Optional<String> checkpoint() throws IOException {
    return text(folder.resolve(CHECKPOINT));
  }

  /** The first checkpoint of the newest day that had any; empty before the first. */
  public Optional<String> daily() throws IOException {
    List<String> days = disk.list(folder.resolve(DAILY));
    return days.isEmpty() ? Optional.empty() : text(folder.resolve(DAILY).resolve(days.getLast()));
  }

  long free() throws IOException {
    return disk.free(folder);
  }

  Bundles bundles() {
    return new Bundles(folder, disk);
  }

  /** A published tile or bundle by its C2SP path, which the caller has checked. */
  public Optional<Path> file(String path) {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /**
   * The leaf hash that outsiders have seen at this index; empty where its tile is only partial or
   * not there.
   */
  public Optional<byte[]> leaf(long index) throws IOException {
    long n = index / Tiles.WIDTH;
    if (n != lastRead) {
      lastTile = disk.read(folder.resolve(Tiles.path(0, n, Tiles.WIDTH))).orElse(null);
      lastRead = n;
    }
    if (lastTile == null) {
      return Optional.empty();
    }
    int at = (int) (index % Tiles.WIDTH) * 32;
    return Optional.of(Arrays.copyOfRange(lastTile, at, at + 32));
  }

  /**
   * Writes what the tree has gained, then the checkpoint.
   *
   * @param from the size that was published before
   * @param note the stored checkpoint of size {@code to}, never a new signature, and what witnesses
   *     have added to it
   */
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
    replace(to, note);
  }

  /** Puts the log's verifier keys beside its tiles, so that a copy of the folder has them too. */
  void putKeys(String keys) throws IOException {
    Path file = folder.resolve(KEYS);
    if (!text(file).equals(Optional.of(keys))) {
      disk.put(file, keys.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Several nodes may share the folder, and one that was paused must not bring an old note back.
   */
  private synchronized void replace(long size, String note) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      try {
        replaceSmaller(size, note.getBytes(StandardCharsets.UTF_8));
      } finally {
        lock.release();
      }
    }
  }

  private void replaceSmaller(long size, byte[] note) throws IOException {
    Optional<String> there = checkpoint();
    if (there.isPresent() && sizeOf(there.get()) > size) {
      return;
    }
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    Path today = folder.resolve(DAILY).resolve(day);
    if (!Files.exists(today)) {
      disk.put(today, note);
    }
    disk.put(folder.resolve(CHECKPOINT), note);
  }

  private static long sizeOf(String note) {
    return Checkpoint.parse(SignedNote.parse(note).text()).size();
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
    Optional<byte[]> there = disk.read(file);
    if (there.isEmpty()) {
      disk.put(file, content);
    } else if (!Arrays.equals(there.get(), content)) {
      throw new Diverged("published " + file + " differs from the database");
    }
  }

  /** Partial tiles are not needed once the full one is there. */
  private void dropPartial(String fullPath) throws IOException {
    disk.drop(folder.resolve(fullPath + ".p"));
  }

  private Optional<String> text(Path file) throws IOException {
    return disk.read(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
