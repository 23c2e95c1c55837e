package org.jejak.ledger.verify;

import org.jejak.ledger.seal.Opening;

/** What one entry says of one field, and, once it was found, what opens that. */
final class Said {
  private final String field;
  private final String commitment;
  private final EntryHead entry;
  private Opening opening;

  Said(String field, String commitment, EntryHead entry) {
    this.field = field;
    this.commitment = commitment;
    this.entry = entry;
  }

  /** The field's id. */
  String field() {
    return field;
  }

  /** {@code table/row}. */
  String row() {
    return field.substring(0, field.lastIndexOf('/'));
  }

  EntryHead entry() {
    return entry;
  }

  /** Takes over what was disclosed, if it is what was committed to. */
  boolean open(Opening disclosed) {
    if (!disclosed.commitment().equals(commitment)) {
      return false;
    }
    opening = disclosed;
    return true;
  }

  boolean isOpen() {
    return opening != null;
  }

  /** Whether this is the value that was committed to; only once it is open. */
  boolean fits(byte[] value) {
    return new Opening(field, opening.salt(), value).commitment().equals(commitment);
  }
}
