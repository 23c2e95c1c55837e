package org.jejak.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * An ML-DSA-44 key that cosigns checkpoints, for the day when Ed25519 no longer holds: signature
 * type 0x06 of C2SP tlog-cosignature. Its message is its own and not the note's text. Java has it
 * from 24 on.
 */
public final class MlDsaKey {
  private static final String ALGORITHM = "ML-DSA-44";
  private static final byte TYPE = 6;
  private static final int PUBLIC_BYTES = 1312;
  private static final int SIGNATURE_BYTES = 2420;
  private static final byte[] LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

  /** What stands before the 1312 bytes in the X.509 form of every ML-DSA-44 key. */
  private static final byte[] X509 =
      HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

  private final String name;
  private final PrivateKey secret;
  private final byte[] point;

  private MlDsaKey(String name, PrivateKey secret, byte[] point) {
    this.name = name;
    this.secret = secret;
    this.point = point;
  }

  /** Whether this Java can do it. */
  public static boolean isPossible() {
    try {
      Object unused = Signature.getInstance(ALGORITHM);
      return true;
    } catch (NoSuchAlgorithmException e) {
      return false;
    }
  }

  /** A new key under this name. */
  public static MlDsaKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      return new MlDsaKey(
          name,
          pair.getPrivate(),
          Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /**
   * Reads the key's two lines: the secret half (PKCS #8) in base64, and the verifier key.
   *
   * @throws IOException if it cannot be read, or others could read it too
   * @throws IllegalArgumentException if it is no such key
   */
  public static MlDsaKey read(Path file) throws IOException {
    List<String> lines = SecretFile.read(file).lines().toList();
    String[] parts = lines.size() == 2 ? lines.get(1).split("\\+", 3) : new String[0];
    if (parts.length != 3) {
      throw new IllegalArgumentException("not an ML-DSA-44 key: two lines");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != PUBLIC_BYTES + 1 || typed[0] != TYPE) {
      throw new IllegalArgumentException("not an ML-DSA-44 verifier key");
    }
    try {
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))));
      return new MlDsaKey(parts[0], secret, Arrays.copyOfRange(typed, 1, typed.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an ML-DSA-44 key", e);
    }
  }

  /**
   * Reads a verifier key: it verifies and cannot sign.
   *
   * @throws IllegalArgumentException if it is no such key
   */
  public static MlDsaKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    byte[] typed = parts.length == 3 ? StrictBase64.decode(parts[2]) : new byte[0];
    if (typed.length != PUBLIC_BYTES + 1 || typed[0] != TYPE) {
      throw new IllegalArgumentException("not an ML-DSA-44 verifier key: " + text);
    }
    MlDsaKey key = new MlDsaKey(parts[0], null, Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.verifier().equals(text)) {
      throw new IllegalArgumentException("not the id of this key: " + text);
    }
    return key;
  }

  /** Writes the key into a new file that only its owner can read (0400), durably. */
  public void write(Path file) throws IOException {
    String encoded = Base64.getEncoder().encodeToString(secret.getEncoded());
    SecretFile.write(file, encoded + "\n" + verifier() + "\n");
  }

  /** {@code name+id+base64(0x06 and the key)}. */
  public String verifier() {
    byte[] typed = ByteBuffer.allocate(PUBLIC_BYTES + 1).put(TYPE).put(point).array();
    return "%s+%08x+%s".formatted(name, id(), Base64.getEncoder().encodeToString(typed));
  }

  /** Who cosigns. */
  public String name() {
    return name;
  }

  /** The key's short id. */
  public int id() {
    byte[] type = {'\n', TYPE};
    return ByteBuffer.wrap(Merkle.sha256(name.getBytes(StandardCharsets.UTF_8), type, point))
        .getInt();
  }

  /** The line that says: at this moment this was the largest tree. */
  public SignedNote.Line cosign(Checkpoint checkpoint, Instant now) {
    long time = now.getEpochSecond();
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(secret);
      signer.update(message(checkpoint, time));
      byte[] bare = signer.sign();
      byte[] timed = ByteBuffer.allocate(8 + bare.length).putLong(time).put(bare).array();
      return new SignedNote.Line(name, id(), timed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
  }

  /** Whether the line is this key's cosignature of the checkpoint. */
  public boolean verifies(Checkpoint checkpoint, SignedNote.Line line) {
    byte[] timed = line.signature();
    if (!line.name().equals(name) || line.id() != id() || timed.length != 8 + SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(publicKey());
      verifier.update(message(checkpoint, ByteBuffer.wrap(timed).getLong()));
      return verifier.verify(timed, 8, SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      return false; // bytes that are no signature
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] encoded = ByteBuffer.allocate(X509.length + PUBLIC_BYTES).put(X509).put(point).array();
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }

  /** The {@code cosigned_message} of tlog-cosignature, for a whole tree. */
  private byte[] message(Checkpoint checkpoint, long time) {
    byte[] cosigner = name.getBytes(StandardCharsets.UTF_8);
    byte[] origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
    if (cosigner.length > 255 || origin.length > 255) {
      throw new IllegalArgumentException("a name has at most 255 bytes");
    }
    return ByteBuffer.allocate(LABEL.length + 1 + cosigner.length + 8 + 1 + origin.length + 16 + 32)
        .put(LABEL)
        .put((byte) cosigner.length)
        .put(cosigner)
        .putLong(time)
        .put((byte) origin.length)
        .put(origin)
        .putLong(0)
        .putLong(checkpoint.size())
        .put(checkpoint.root())
        .array();
  }
}
