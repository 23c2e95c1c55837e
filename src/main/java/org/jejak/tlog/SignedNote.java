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
    return sign(text, List.of(key));
  }

  /** A text signed with several keys, in their order. */
  public static SignedNote sign(String text, List<SigningKey> keys) {
    check(text);
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    return new SignedNote(
        text,
        keys.stream()
            .map(key -> new Line(key.verifier().name(), key.verifier().id(), key.sign(message)))
            .toList());
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
    String signatures = note.substring(gap + 2);
    if (signatures.isEmpty() || signatures.chars().filter(c -> c == '\n').count() > MOST_LINES) {
      throw new IllegalArgumentException("a note has between 1 and 64 signatures");
    }
    for (String line : signatures.substring(0, signatures.length() - 1).split("\n", -1)) {
      lines.add(line(line));
    }
    return new SignedNote(text, lines);
  }

  /** Whether this key has signed the text, and every line under its name and id is good. */
  public boolean isSignedBy(VerifierKey key) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    List<Line> mine = linesOf(key.name(), key.id());
    return !mine.isEmpty()
        && mine.stream().allMatch(line -> key.verifies(message, line.signature()));
  }

  /** The lines under a key's name and id, whether they are good or not. */
  public List<Line> linesOf(String name, int id) {
    return lines.stream().filter(line -> line.name().equals(name) && line.id() == id).toList();
  }

  /** The same note with more signatures, behind those it has. */
  public SignedNote with(List<Line> more) {
    List<Line> all = new ArrayList<>(lines);
    all.addAll(more);
    return new SignedNote(text, all);
  }

  /**
   * Reads lines of signatures without a note, as a witness answers them.
   *
   * @throws IllegalArgumentException if they are not, or are too many
   */
  public static List<Line> parseLines(String lines) {
    return parse("lines\n\n" + lines).lines();
  }

  private static Line line(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !parts[0].equals("\u2014") || !VerifierKey.isName(parts[1])) {
      throw new IllegalArgumentException("not a signature line: " + line);
    }
    ByteBuffer bytes = ByteBuffer.wrap(StrictBase64.decode(parts[2]));
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
