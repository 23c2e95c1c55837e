package org.jejak.ledger.seal;

import java.util.Arrays;
import java.util.Optional;

/**
 * What opens one commitment: the salt and the value.
 *
 * @param field the field's id
 * @param salt 32 bytes
 * @param value canonical; {@code null} for an empty field
 */
public record Opening(String field, byte[] salt, byte[] value) {
  private static final int SALT = 32;
  private static final byte EMPTY = 0;
  private static final byte VALUE = 1;

  /** An opening with a fresh salt. */
  public static Opening of(String field, byte[] value) {
    return new Opening(field, Salt.draw(SALT), value);
  }

  public String commitment() {
    return Commitment.of(salt, field, value);
  }

  /**
   * Sealed for the entry with this nonce; it opens for no other entry and no other field. Within:
   * one byte, 1 for a value and 0 for none, the salt, the value.
   */
  public byte[] sealed(DataKey key, String nonce) {
    byte[] plain = new byte[1 + SALT + (value == null ? 0 : value.length)];
    plain[0] = value == null ? EMPTY : VALUE;
    System.arraycopy(salt, 0, plain, 1, SALT);
    if (value != null) {
      System.arraycopy(value, 0, plain, 1 + SALT, value.length);
    }
    return Aes.seal(key.secret(), context(nonce, field), plain);
  }

  /** What was sealed; empty where it was sealed for another place, or was changed since. */
  public static Optional<Opening> open(DataKey key, String nonce, String field, byte[] sealed) {
    return Aes.open(key.secret(), context(nonce, field), sealed)
        .filter(plain -> plain.length > SALT)
        .map(
            plain ->
                new Opening(
                    field,
                    Arrays.copyOfRange(plain, 1, 1 + SALT),
                    plain[0] == EMPTY ? null : Arrays.copyOfRange(plain, 1 + SALT, plain.length)));
  }

  private static String context(String nonce, String field) {
    return "disclosure\0" + nonce + '\0' + field;
  }
}
