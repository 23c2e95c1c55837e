package org.jejak.ledger.seal;

import java.util.Arrays;

/**
 * Bytes that somebody else has sealed and this application does not open: an envelope of the third
 * class of field. Immutable, as every value of a recorded row is.
 */
public final class Envelope {
  private final byte[] bytes;

  private Envelope(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Envelope of(byte[] sealed) {
    return new Envelope(sealed.clone());
  }

  /** A copy of what is in it. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Envelope envelope && Arrays.equals(bytes, envelope.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
