package org.jejak.tlog;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * A tree head as C2SP tlog-checkpoint writes it: origin, size, root; no further lines.
 *
 * @param origin the log's name for all time
 */
public record Checkpoint(String origin, long size, byte[] root) {
  public Checkpoint {
    root = root.clone();
  }

  /**
   * Reads a note's text.
   *
   * @throws IllegalArgumentException if it is not a checkpoint
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("a checkpoint has an origin, a size and a root");
    }
    byte[] root = StrictBase64.decode(lines[2]);
    if (Arrays.stream(lines, 0, lines.length - 1).anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("a checkpoint has no empty line");
    }
    if (root.length != 32) {
      throw new IllegalArgumentException("a root has 32 bytes, not " + root.length);
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
  }

  /** The text that is signed. */
  public String text() {
    return origin + '\n' + size + '\n' + Base64.getEncoder().encodeToString(root) + '\n';
  }

  @Override
  public byte[] root() {
    return root.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that
        && origin.equals(that.origin)
        && size == that.size
        && MessageDigest.isEqual(root, that.root);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size) * 31 + origin.hashCode();
  }
}
