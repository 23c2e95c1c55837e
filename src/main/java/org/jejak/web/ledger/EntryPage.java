package org.jejak.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.ledger.LogEntries;
import org.jejak.ledger.access.Look;

/**
 * Page {@code /ledger/entry.xhtml}: one entry with its bytes and its proof; for auditors, and for
 * whoever may see the file it is about.
 */
@Named
@RequestScoped
@Allow(Permission.SIGNED_IN)
public class EntryPage {
  @Inject LogEntries entries;
  @Inject Policy policy;

  private Long index;
  private LogEntries.Detail detail;

  /**
   * The entry.
   *
   * @throws Refusal {@code unknown} where there is none, or it is not for whoever asks
   */
  public LogEntries.Detail getDetail() {
    if (detail == null) {
      if (index == null) {
        throw Refusal.unknown("an entry without a number");
      }
      LogEntries.Detail found = entries.at(index);
      if (!isAuditor() && !policy.sees(found.entry().caseRef())) {
        Look.denied(found.entry().caseRef());
        throw Refusal.unknown("entry " + index);
      }
      Look.saw(found.entry().caseRef());
      detail = found;
    }
    return detail;
  }

  /** Whether the whole log may be looked through. */
  public boolean isAuditor() {
    return policy.allows(Permission.VERIFY_LEDGER);
  }

  public Long getIndex() {
    return index;
  }

  public void setIndex(Long index) {
    this.index = index;
  }
}
