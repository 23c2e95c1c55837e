package org.jejak.ledger.verify;

import java.util.ArrayList;
import java.util.List;
import org.jejak.ledger.Fault;

/** What a look has found so far; shared by those who look. */
final class Found {
  private static final int MOST = 1000;

  private final List<Fault> faults = new ArrayList<>();
  private long rows;
  private long fields;
  private long uncommitted;

  /**
   * Something does not fit.
   *
   * @param field {@code row/column}, or {@code row} alone
   * @param last the last entry that fits; {@code null} where there is none
   */
  synchronized void fault(
      Fault.Kind kind, String table, String field, String chain, EntryHead last) {
    if (faults.size() < MOST) {
      faults.add(
          new Fault(
              kind,
              last == null ? -1 : last.index(),
              table,
              field,
              chain,
              last == null ? -1 : last.index(),
              last == null ? "" : last.who()));
    }
  }

  synchronized void add(long moreRows, long moreFields, long moreUncommitted) {
    rows += moreRows;
    fields += moreFields;
    uncommitted += moreUncommitted;
  }

  synchronized RowReplay.Outcome outcome() {
    return new RowReplay.Outcome(rows, fields, uncommitted, List.copyOf(faults));
  }
}
