package org.jejak.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: for each level the hashes of its last, unfinished tile. Enough
 * to add leaves and to know the root, however large the tree is.
 */
public final class Edge {
  /** Hears of each subtree of 256^level leaves as it becomes complete. */
  @FunctionalInterface
  public interface Completed {
    void node(int level, long n, byte[] hash);
  }

  private final List<List<byte[]>> levels = new ArrayList<>();
  private long size;

  /** The edge of an empty tree. */
  public Edge() {}

  /** The edge of the tree of this size. */
  public Edge(Tiles tiles, long size) {
    this.size = size;
    for (int level = 0; Tiles.count(size, level) > 0; level++) {
      long n = Tiles.count(size, level) / Tiles.WIDTH;
      int width = Tiles.width(size, level, n);
      levels.add(new ArrayList<>(width == 0 ? List.of() : tiles.tile(level, n, width)));
    }
  }

  public long size() {
    return size;
  }

  /** Adds one leaf. */
  public void add(byte[] leaf, Completed completed) {
    size++;
    byte[] hash = leaf;
    for (int level = 0; ; level++) {
      if (levels.size() == level) {
        levels.add(new ArrayList<>());
      }
      List<byte[]> tile = levels.get(level);
      tile.add(hash);
      if (tile.size() < Tiles.WIDTH) {
        return;
      }
      hash = Merkle.root(tile);
      tile.clear();
      completed.node(level + 1, Tiles.count(size, level + 1) - 1, hash);
    }
  }

  /** The root of the tree as it stands. */
  public byte[] root() {
    List<byte[]> complete = new ArrayList<>(); // complete subtrees, from the left, ever smaller
    for (int level = levels.size() - 1; level >= 0; level--) {
      List<byte[]> tile = levels.get(level);
      int from = 0;
      for (int half = Tiles.WIDTH / 2; half > 0; half /= 2) {
        if ((tile.size() & half) != 0) {
          complete.add(Merkle.root(tile.subList(from, from + half)));
          from += half;
        }
      }
    }
    if (complete.isEmpty()) {
      return Merkle.root(List.of());
    }
    byte[] root = complete.removeLast();
    while (!complete.isEmpty()) {
      root = Merkle.node(complete.removeLast(), root);
    }
    return root;
  }
}
