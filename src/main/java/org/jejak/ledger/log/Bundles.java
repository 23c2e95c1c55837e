package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jejak.tlog.Tiles;

/** The exact bytes of entries, out of the published bundles. */
final class Bundles {
  private final Path folder;
  private final Disk disk;

  /**
   * @param folder of one log's published files
   */
  Bundles(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /**
   * The entries of bundle {@code n} in a tree of this size.
   *
   * @throws Diverged when the bundle is not there, or is no bundle
   */
  List<byte[]> entries(long n, long size) throws IOException {
    int width = Tiles.width(size, 0, n);
    Optional<byte[]> bundle = disk.read(folder.resolve(Tiles.bundlePath(n, width)));
    if (bundle.isEmpty()) {
      bundle = disk.read(folder.resolve(Tiles.bundlePath(n, Tiles.WIDTH)));
    }
    List<byte[]> entries =
        parse(bundle.orElseThrow(() -> new Diverged("bundle " + n + " is not published")));
    if (entries.size() < width) {
      throw new Diverged("bundle %d has %d entries, not %d".formatted(n, entries.size(), width));
    }
    return entries.subList(0, width);
  }

  private static List<byte[]> parse(byte[] bundle) {
    ByteBuffer bytes = ByteBuffer.wrap(bundle);
    List<byte[]> entries = new ArrayList<>();
    while (bytes.remaining() >= 2) {
      int length = Short.toUnsignedInt(bytes.getShort());
      if (length > bytes.remaining()) {
        throw new Diverged("a bundle ends within an entry");
      }
      byte[] entry = new byte[length];
      bytes.get(entry);
      entries.add(entry);
    }
    return entries;
  }
}
