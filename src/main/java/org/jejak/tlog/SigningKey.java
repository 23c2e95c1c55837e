package org.jejak.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * An Ed25519 key that signs notes, kept in a file of two lines: {@code
 * PRIVATE+KEY+name+id+base64(0x01 and the seed)} as signed-note tools write it, and its verifier
 * key.
 */
public final class SigningKey {
  private static final String PREFIX = "PRIVATE+KEY+";

  private final PrivateKey secret;
  private final VerifierKey verifier;

  private SigningKey(PrivateKey secret, VerifierKey verifier) {
    this.secret = secret;
    this.verifier = verifier;
  }

  /** A new key under this name. */
  public static SigningKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
      return new SigningKey(pair.getPrivate(), new VerifierKey(name, point));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", e);
    }
  }

  /**
   * Reads a key's two lines.
   *
   * @throws IllegalArgumentException if they are not a key, or the halves do not belong together
   */
  public static SigningKey parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 2 || !lines.get(0).startsWith(PREFIX)) {
      throw new IllegalArgumentException("not a signing key: two lines, the first a PRIVATE+KEY");
    }
    VerifierKey verifier = VerifierKey.parse(lines.get(1));
    String head = PREFIX + verifier.name() + "+%08x+".formatted(verifier.id());
    if (!lines.get(0).startsWith(head)) {
      throw new IllegalArgumentException("the private line names another key than the public one");
    }
    byte[] typed = Base64.getDecoder().decode(lines.get(0).substring(head.length()));
    if (typed.length != 33 || typed[0] != 1) {
      throw new IllegalArgumentException("not an Ed25519 seed");
    }
    try {
      PrivateKey secret =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new EdECPrivateKeySpec(
                      NamedParameterSpec.ED25519, Arrays.copyOfRange(typed, 1, 33)));
      SigningKey key = new SigningKey(secret, verifier);
      byte[] probe = lines.get(1).getBytes(StandardCharsets.UTF_8);
      if (!verifier.verifies(probe, key.sign(probe))) {
        throw new IllegalArgumentException("private and public half do not belong together");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 seed", e);
    }
  }

  /**
   * Reads the key's file.
   *
   * @throws IOException if it cannot be read, or anybody but its owner, who must be the user that
   *     runs this, could read it
   */
  public static SigningKey read(Path file) throws IOException {
    return parse(SecretFile.read(file));
  }

  /** Writes the key into a new file that only its owner can read (0400), durably. */
  public void write(Path file) throws IOException {
    SecretFile.write(file, text());
  }

  /** The key that checks this one's signatures. */
  public VerifierKey verifier() {
    return verifier;
  }

  byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(secret);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
  }

  private String text() {
    byte[] seed =
        ((EdECPrivateKey) secret)
            .getBytes()
            .orElseThrow(() -> new IllegalStateException("a key without its seed"));
    byte[] typed = ByteBuffer.allocate(33).put((byte) 1).put(seed).array();
    return "%s%s+%08x+%s\n%s\n"
        .formatted(
            PREFIX,
            verifier.name(),
            verifier.id(),
            Base64.getEncoder().encodeToString(typed),
            verifier);
  }
}
