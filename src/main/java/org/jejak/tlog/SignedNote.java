package org.jejak.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A C2SP signed note: a text that ends in a newline, an empty line, and lines of signatures.
 *
 * @param text what is signed, its last newline included
 */
public record SignedNote(String text, List<Line> lines) {
  /** One signature as it stands in the note. */
  public record Line(String name, int id, byte[] signature) {
    @Override
    public String toString() {
      byte[] bytes = ByteBuffer.allocate(4 + signature.length).putInt(id).put(signature).array();
      return "\u2014 " + name + ' ' + Base64.getEncoder().encodeToString(bytes) + '\n';
    }
  }

  /** More than any honest note has; verifiers must accept 16. */
  private static final int MOST_LINES = 64;

  public SignedNote {
    lines = List.copyOf(lines);
  }

  /** A text signed with one key. */
  public static SignedNote sign(String text, SigningKey key) {
    check(text);
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    return new SignedNote(
        text, List.of(new Line(key.verifier().name(), key.verifier().id(), signature)));
  }

  /**
   * Reads a note. Nothing in it may be believed before {@link #isSignedBy}.
   *
   * @throws IllegalArgumentException if it is not a note
   */
  public static SignedNote parse(String note) {
    int gap = note.lastIndexOf("\n\n");
    if (gap < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("a note has an empty line before its signatures");
    }
    String text = note.substring(0, gap + 1);
    check(text);
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(gap + 2).split("\n", MOST_LINES + 1)) {
      if (!line.isEmpty()) {
        lines.add(line(line));
      }
    }
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("a note has between 1 and 64 signatures");
    }
    return new SignedNote(text, lines);
  }

  /** Whether this key has signed the text, and every line under its name and id is good. */
  public boolean isSignedBy(VerifierKey key) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    List<Line> mine =
        lines.stream()
            .filter(line -> line.name().equals(key.name()) && line.id() == key.id())
            .toList();
    return !mine.isEmpty()
        && mine.stream().allMatch(line -> key.verifies(message, line.signature()));
  }

  private static Line line(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !parts[0].equals("\u2014") || parts[1].isEmpty()) {
      throw new IllegalArgumentException("not a signature line: " + line);
    }
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
    if (bytes.remaining() < 5) {
      throw new IllegalArgumentException("a signature is longer than its key's id");
    }
    int id = bytes.getInt();
    byte[] signature = new byte[bytes.remaining()];
    bytes.get(signature);
    return new Line(parts[1], id, signature);
  }

  private static void check(String text) {
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw new IllegalArgumentException(
          "a note's text ends in a newline and has no control character");
    }
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    lines.forEach(note::append);
    return note.toString();
  }
}
