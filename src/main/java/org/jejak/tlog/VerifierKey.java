package org.jejak.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key of C2SP signed-note, Ed25519: {@code name+id+base64(0x01 and the key)}.
 *
 * @param name who signs; for a log its origin
 * @param point the 32 bytes of the key as RFC 8032 writes them
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out
public record VerifierKey(String name, byte[] point) {
  private static final byte ED25519 = 1;

  /** What stands before the 32 bytes in the X.509 form of every Ed25519 key. */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  public VerifierKey {
    if (!isName(name)) {
      throw new IllegalArgumentException("'" + name + "' cannot name a key: no spaces, no plus");
    }
    if (point.length != 32) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + point.length);
    }
    point = point.clone();
  }

  /** Reads the text form. */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length == 3) {
      byte[] bytes = Base64.getDecoder().decode(parts[2]);
      if (bytes.length == 33 && bytes[0] == ED25519) {
        byte[] point = new byte[32];
        System.arraycopy(bytes, 1, point, 0, 32);
        VerifierKey key = new VerifierKey(parts[0], point);
        if (key.toString().equals(text)) {
          return key;
        }
      }
    }
    throw new IllegalArgumentException("not an Ed25519 verifier key: " + text);
  }

  /** The key's short id: it tells keys of one name apart and proves nothing. */
  public int id() {
    byte[] hash =
        Merkle.sha256(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', ED25519}, point);
    return ByteBuffer.wrap(hash).getInt();
  }

  /** Whether the signature is this key's over the message. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey());
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a point or signature that is none
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] encoded = ByteBuffer.allocate(X509.length + 32).put(X509).put(point).array();
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  @Override
  public byte[] point() {
    return point.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key
        && name.equals(key.name)
        && MessageDigest.isEqual(point, key.point);
  }

  @Override
  public int hashCode() {
    return id();
  }

  @Override
  public String toString() {
    byte[] typed = ByteBuffer.allocate(33).put(ED25519).put(point).array();
    return "%s+%08x+%s".formatted(name, id(), Base64.getEncoder().encodeToString(typed));
  }

  /** Whether a key may have this name. */
  static boolean isName(String name) {
    return !name.isEmpty() && name.indexOf('+') < 0 && name.chars().noneMatch(VerifierKey::space);
  }

  private static boolean space(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c < 0x20;
  }
}
