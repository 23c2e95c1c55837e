package org.jejak.tlog;

import java.util.List;

/** Where the hashes of a tree are kept: in rows, in files, in memory. */
@FunctionalInterface
public interface Tiles {
  /** Hashes in a full tile. */
  int WIDTH = 256;

  /**
   * The first {@code width} hashes of tile {@code n} of a level; at level 0 leaf hashes, above it
   * the roots of the full tiles below.
   */
  List<byte[]> tile(int level, long n, int width);

  /** How many whole subtrees of 256^level leaves a tree of this size has. */
  static long count(long size, int level) {
    return size >> (8 * level);
  }

  /** How wide tile {@code n} of this level is in a tree of this size; 0 where there is none. */
  static int width(long size, int level, long n) {
    return (int) Math.clamp(count(size, level) - n * WIDTH, 0L, WIDTH);
  }

  /** The path of a tile below the log's address: {@code tile/<level>/x001/234[.p/<width>]}. */
  static String path(int level, long n, int width) {
    return "tile/" + level + '/' + numbered(n, width);
  }

  /** The path of a bundle of entries: {@code tile/entries/x001/234[.p/<width>]}. */
  static String bundlePath(long n, int width) {
    return "tile/entries/" + numbered(n, width);
  }

  private static String numbered(long n, int width) {
    StringBuilder path = new StringBuilder("%03d".formatted(n % 1000));
    for (long rest = n / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return width == WIDTH ? path.toString() : path.append(".p/").append(width).toString();
  }
}
