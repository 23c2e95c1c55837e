package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The log {@code records}: append in a command, read anywhere. */
@ApplicationScoped
public class Ledger {

  /**
   * Appends the event to its subject's chain, in the running command's transaction.
   *
   * @throws IllegalStateException outside a command
   */
  public void append(LedgerEvent event) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Appends events of several chains, in the order of their handles, so that no two meet crosswise.
   */
  public void append(List<? extends LedgerEvent> events) {
    throw new UnsupportedOperationException("being built");
  }

  /** The newest entries of a chain below {@code beforeSeq}, newest first, at most {@code limit}. */
  public List<Entry> newest(String caseRef, long beforeSeq, int limit) {
    throw new UnsupportedOperationException("being built");
  }

  /** How many entries a chain has. */
  public long count(String caseRef) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Placed entries with an index above {@code index}, in order, at most {@code limit}. For
   * followers.
   */
  public List<Entry> after(long index, int limit) {
    throw new UnsupportedOperationException("being built");
  }

  /** The number of entries that have a place in the log. */
  public long size() {
    throw new UnsupportedOperationException("being built");
  }

  /** The receipt of one entry: recorded, or logged with its index and proof. */
  public Optional<Receipt> receipt(String caseRef, long seq) {
    throw new UnsupportedOperationException("being built");
  }

  /** The seq of the newest entry of this chain appended in the running command. */
  public long seqOf(Subject subject) {
    throw new UnsupportedOperationException("being built");
  }
}
