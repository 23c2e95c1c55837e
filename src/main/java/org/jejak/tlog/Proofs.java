package org.jejak.tlog;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proofs over a tree: made as RFC 6962 section 2.1 defines them, checked by the iterative
 * algorithms of RFC 9162, so that maker and checker share no idea.
 */
public final class Proofs {
  private record Subtree(int height, long n) {}

  private final Map<Subtree, byte[]> computed = new HashMap<>();
  private final Tiles tiles;
  private final long size;

  /** Proofs in the tree of this size. */
  public Proofs(Tiles tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  /** The root of the tree. */
  public byte[] root() {
    return size == 0 ? Merkle.root(List.of()) : subtree(0, size);
  }

  /** The proof that the leaf at {@code index} is in the tree, from its sibling upwards. */
  public List<byte[]> inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
    }
    List<byte[]> proof = new ArrayList<>();
    include(index, 0, size, proof);
    return proof;
  }

  /** The proof that the tree of {@code earlier} leaves is the beginning of this one. */
  public List<byte[]> consistency(long earlier) {
    if (earlier < 0 || earlier > size) {
      throw new IllegalArgumentException("a tree of " + size + " has no beginning of " + earlier);
    }
    List<byte[]> proof = new ArrayList<>();
    if (earlier > 0) {
      extend(earlier, 0, size, true, proof);
    }
    return proof;
  }

  private void include(long index, long start, long end, List<byte[]> proof) {
    if (end - start == 1) {
      return;
    }
    long middle = start + Long.highestOneBit(end - start - 1);
    if (index < middle) {
      include(index, start, middle, proof);
      proof.add(subtree(middle, end));
    } else {
      include(index, middle, end, proof);
      proof.add(subtree(start, middle));
    }
  }

  private void extend(long earlier, long start, long end, boolean known, List<byte[]> proof) {
    if (earlier == end - start) {
      if (!known) {
        proof.add(subtree(start, end));
      }
      return;
    }
    long left = Long.highestOneBit(end - start - 1);
    if (earlier <= left) {
      extend(earlier, start, start + left, known, proof);
      proof.add(subtree(start + left, end));
    } else {
      extend(earlier - left, start + left, end, false, proof);
      proof.add(subtree(start, start + left));
    }
  }

  private byte[] subtree(long start, long end) {
    long leaves = end - start;
    if (Long.bitCount(leaves) == 1) {
      return complete(Long.numberOfTrailingZeros(leaves), start / leaves);
    }
    long middle = start + Long.highestOneBit(leaves - 1);
    return Merkle.node(subtree(start, middle), subtree(middle, end));
  }

  /** The root of the {@code n}-th complete subtree of this height: always within one tile. */
  private byte[] complete(int height, long n) {
    if (height % 8 == 0) {
      int level = height / 8;
      long tile = n / Tiles.WIDTH;
      return tiles.tile(level, tile, Tiles.width(size, level, tile)).get((int) (n % Tiles.WIDTH));
    }
    Subtree subtree = new Subtree(height, n);
    byte[] hash = computed.get(subtree);
    if (hash == null) {
      hash = Merkle.node(complete(height - 1, 2 * n), complete(height - 1, 2 * n + 1));
      computed.put(subtree, hash);
    }
    return hash;
  }

  /** Whether the proof shows the leaf at {@code index} in the tree with this size and root. */
  public static boolean included(
      byte[] leaf, long index, List<byte[]> proof, long size, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : proof) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = Merkle.node(sibling, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = Merkle.node(hash, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && MessageDigest.isEqual(hash, root);
  }

  /** Whether the proof shows that the later tree begins with the earlier one. */
  public static boolean consistent(
      long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> proof) {
    if (earlier < 0 || earlier > later) {
      return false;
    }
    if (earlier == later || earlier == 0) {
      return proof.isEmpty()
          && (earlier != later || MessageDigest.isEqual(earlierRoot, laterRoot))
          && (earlier != 0 || MessageDigest.isEqual(earlierRoot, Merkle.root(List.of())));
    }
    if (proof.isEmpty()) {
      return false;
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(earlier) == 1) {
      path.addFirst(earlierRoot);
    }
    long fn = earlier - 1;
    long sn = later - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] first = path.getFirst();
    byte[] second = path.getFirst();
    for (byte[] hash : path.subList(1, path.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        first = Merkle.node(hash, first);
        second = Merkle.node(hash, second);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        second = Merkle.node(second, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0
        && MessageDigest.isEqual(first, earlierRoot)
        && MessageDigest.isEqual(second, laterRoot);
  }
}
