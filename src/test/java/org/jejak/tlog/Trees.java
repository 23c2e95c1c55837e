package org.jejak.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Trees in memory for tests, hashed by the definition of RFC 6962 and by nothing cleverer. */
final class Trees {
  private Trees() {}

  static byte[] leaf(int i) {
    return Merkle.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8));
  }

  static List<byte[]> leaves(int size) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(leaf(i));
    }
    return leaves;
  }

  /** The tiles of all these leaves. */
  static Tiles tiles(List<byte[]> leaves) {
    return (level, n, width) -> {
      List<byte[]> tile = new ArrayList<>();
      int each = 1 << (8 * level);
      for (int i = 0; i < width; i++) {
        int from = (int) (n * Tiles.WIDTH + i) * each;
        tile.add(Merkle.root(leaves.subList(from, from + each)));
      }
      return tile;
    };
  }
}
