package org.jejak.ledger.witness;

import java.time.Instant;
import org.jejak.tlog.SignedNote;

/** What a witness said to a checkpoint, as C2SP tlog-witness lists it, and what else may happen. */
sealed interface WitnessAnswer {
  /** 200: it has seen the tree, and this is its line. */
  record Cosigned(SignedNote.Line line, Instant at) implements WitnessAnswer {}

  /** 409: the newest that it cosigned has this size. */
  record Elsewhere(long size) implements WitnessAnswer {}

  /**
   * 422: what it was shown does not continue what it remembers. That is either its fault or the
   * proof that our log told two stories.
   */
  record Contradicted() implements WitnessAnswer {}

  /** 400, 403, 404 or any other status: it does not know us, or does not work. */
  record Refused(int status) implements WitnessAnswer {}

  /** An answer that is none: no cosignature of its key, or one that does not fit. */
  record Unreadable(String why) implements WitnessAnswer {}

  /** No answer in time, or none at all. */
  record Silent(String why) implements WitnessAnswer {}
}
