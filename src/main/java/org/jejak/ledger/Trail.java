package org.jejak.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jejak.base.Handle;

/** Where a recorded row stands in the log: its chain, and the entry that changed it last. */
@Embeddable
public class Trail {
  @Column(name = "case_ref", updatable = false)
  private String caseRef;

  @Column(name = "row_ref", updatable = false)
  private String row;

  @Column(name = "seq")
  private long seq;

  protected Trail() {}

  private Trail(String caseRef) {
    this.caseRef = caseRef;
    this.row = Handle.random(16);
  }

  /** The trail of a new row of this subject's chain. */
  public static Trail of(Subject subject) {
    return new Trail(subject.handle());
  }

  /** The handle of the chain. */
  public String caseRef() {
    return caseRef;
  }

  /**
   * The row's name in the log, in place of its database id: 16 random characters, part of the ids
   * of its fields.
   */
  public String row() {
    return row;
  }

  /** The running number, within the chain, of the entry that recorded the row's last change. */
  public long seq() {
    return seq;
  }

  void stamp(long entry) {
    this.seq = entry;
  }
}
