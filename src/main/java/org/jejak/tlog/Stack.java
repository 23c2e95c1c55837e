package org.jejak.tlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * A tree that is replayed leaf by leaf: a stack of complete subtrees, each higher than the next.
 * The verifier's way to a root, kept apart from {@link Edge}, which is the log's own.
 */
public final class Stack {
  /** Hears of each complete subtree of 2^height leaves as it comes about. */
  @FunctionalInterface
  public interface Merged {
    void subtree(int height, long n, byte[] hash);
  }

  private final Deque<byte[]> subtrees = new ArrayDeque<>();
  private long size;

  public long size() {
    return size;
  }

  /** Adds the next leaf. */
  public void push(byte[] leaf, Merged merged) {
    byte[] hash = leaf;
    long n = size;
    for (int height = 1; (n & 1) == 1; height++) {
      hash = Merkle.node(subtrees.pop(), hash);
      n >>= 1;
      merged.subtree(height, n, hash);
    }
    subtrees.push(hash);
    size++;
  }

  /** The root of what was pushed so far. */
  public byte[] root() {
    if (subtrees.isEmpty()) {
      return Merkle.root(List.of());
    }
    Iterator<byte[]> rising = new ArrayList<>(subtrees).iterator();
    byte[] root = rising.next();
    while (rising.hasNext()) {
      root = Merkle.node(rising.next(), root);
    }
    return root;
  }
}
