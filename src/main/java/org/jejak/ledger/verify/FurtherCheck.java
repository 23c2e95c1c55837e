package org.jejak.ledger.verify;

import java.util.List;
import org.jejak.ledger.Fault;

/**
 * A part of the full verification that only somebody above the ledger can do: whoever keeps a copy
 * of what the log speaks of says where the copy does not fit. Every bean of this type is asked.
 */
public interface FurtherCheck {
  /** What does not fit; at most a thousand. Asked outside a transaction. */
  List<Fault> faults();
}
