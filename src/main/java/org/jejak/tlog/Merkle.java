package org.jejak.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The hashes of RFC 6962 section 2.1: SHA-256, a leaf begins with 0x00, an inner node with 0x01.
 */
public final class Merkle {
  private Merkle() {}

  /** The hash of a leaf over an entry's bytes. */
  public static byte[] leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update((byte) 0);
    return digest.digest(entry);
  }

  /** The hash of an inner node. */
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  /** The root over these hashes of equally high, complete subtrees; of none, SHA-256 of nothing. */
  public static byte[] root(List<byte[]> hashes) {
    return switch (hashes.size()) {
      case 0 -> sha256().digest();
      case 1 -> hashes.get(0);
      default -> {
        int split = Integer.highestOneBit(hashes.size() - 1);
        yield node(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
      }
    };
  }

  static byte[] sha256(byte[]... parts) {
    MessageDigest digest = sha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
