package org.jejak.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a recorded row stands in the log: its chain, and the entry that changed it last. */
@Embeddable
public class Trail {
  @Column(name = "case_ref", updatable = false)
  private String caseRef;

  @Column(name = "seq")
  private long seq;

  protected Trail() {}

  private Trail(String caseRef) {
    this.caseRef = caseRef;
  }

  /** The trail of a new row of this subject's chain. */
  public static Trail of(Subject subject) {
    return new Trail(subject.handle());
  }

  /** The handle of the chain. */
  public String caseRef() {
    return caseRef;
  }

  /** The running number, within the chain, of the entry that recorded the row's last change. */
  public long seq() {
    return seq;
  }

  void stamp(long entry) {
    this.seq = entry;
  }
}
