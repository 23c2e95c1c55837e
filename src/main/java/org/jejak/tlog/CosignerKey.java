package org.jejak.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A witness's public key as C2SP tlog-cosignature has it: {@code name+id+base64(0x04 and the key)}.
 * Its signatures say "I have seen this tree, and it continues all that I saw before", and when.
 *
 * @param name who cosigns
 * @param point the 32 bytes of the Ed25519 key as RFC 8032 writes them
 */
public record CosignerKey(String name, byte[] point) {
  private static final byte COSIGNATURE_V1 = 4;
  private static final int TIME = 8;

  public CosignerKey {
    point = new VerifierKey(name, point).point(); // the same rules for names and lengths
  }

  /** The same key, used to cosign and not to sign. */
  public static CosignerKey of(VerifierKey key) {
    return new CosignerKey(key.name(), key.point());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a witness's key, or its id is another's
   */
  public static CosignerKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length == 3) {
      byte[] bytes = StrictBase64.decode(parts[2]);
      if (bytes.length == 33 && bytes[0] == COSIGNATURE_V1) {
        byte[] point = new byte[32];
        System.arraycopy(bytes, 1, point, 0, 32);
        CosignerKey key = new CosignerKey(parts[0], point);
        if (key.toString().equals(text)) {
          return key;
        }
      }
    }
    throw new IllegalArgumentException("not a witness's key (cosignature/v1, type 0x04): " + text);
  }

  /** The key's short id. */
  public int id() {
    byte[] type = {'\n', COSIGNATURE_V1};
    return ByteBuffer.wrap(Merkle.sha256(name.getBytes(StandardCharsets.UTF_8), type, point))
        .getInt();
  }

  /**
   * When this witness cosigned the checkpoint; empty where it did not. Of several cosignatures the
   * latest.
   *
   * @throws IllegalArgumentException if a line under this key's name and id is not its cosignature:
   *     such a note is malformed as a whole
   */
  public Optional<Instant> cosigned(SignedNote note) {
    List<SignedNote.Line> mine = note.linesOf(name, id());
    return mine.stream().map(line -> time(note.text(), line)).max(Instant::compareTo);
  }

  private Instant time(String text, SignedNote.Line line) {
    byte[] signature = line.signature();
    if (signature.length == TIME + 64) {
      long time = ByteBuffer.wrap(signature).getLong();
      byte[] bare = new byte[64];
      System.arraycopy(signature, TIME, bare, 0, 64);
      // Instant ends long before 2^63 seconds; a time of zero is no time.
      if (time > 0
          && time <= Instant.MAX.getEpochSecond()
          && new VerifierKey(name, point).verifies(message(text, time), bare)) {
        return Instant.ofEpochSecond(time);
      }
    }
    throw new IllegalArgumentException("the cosignature of " + name + " does not fit");
  }

  /** The line that a witness adds to a checkpoint. */
  public static SignedNote.Line cosign(String text, Instant now, SigningKey key) {
    CosignerKey mine = of(key.verifier());
    long time = now.getEpochSecond();
    byte[] bare = key.sign(message(text, time));
    byte[] timed = ByteBuffer.allocate(TIME + bare.length).putLong(time).put(bare).array();
    return new SignedNote.Line(mine.name(), mine.id(), timed);
  }

  private static byte[] message(String text, long time) {
    return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] point() {
    return point.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CosignerKey key
        && name.equals(key.name)
        && MessageDigest.isEqual(point, key.point);
  }

  @Override
  public int hashCode() {
    return id();
  }

  @Override
  public String toString() {
    byte[] typed = ByteBuffer.allocate(33).put(COSIGNATURE_V1).put(point).array();
    return "%s+%08x+%s".formatted(name, id(), Base64.getEncoder().encodeToString(typed));
  }
}
