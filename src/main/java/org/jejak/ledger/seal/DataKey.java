package org.jejak.ledger.seal;

import javax.crypto.SecretKey;

/**
 * The key under which everything about one subject is sealed.
 *
 * @param id 16 random characters, kept beside whatever it sealed
 * @param subject handle of the person or the case
 */
public record DataKey(String id, String subject, SecretKey secret) {
  /** How long an id is, in characters and in bytes. */
  static final int ID_LENGTH = 16;

  @Override
  public String toString() {
    return "DataKey " + id; // never the secret
  }
}
