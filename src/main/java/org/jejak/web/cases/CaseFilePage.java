package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.web.Happening;
import org.jejak.web.Happenings;

/** Page {@code /cases/file.xhtml}. */
@Named
@RequestScoped
public class CaseFilePage {
  private static final int AT_ONCE = 20;

  @Inject CaseHead head;
  @Inject Happenings happenings;

  private Long before;
  private List<Happening> history;

  /** The newest entries, or those before the one where the reader stopped. */
  public List<Happening> getHistory() {
    if (history == null) {
      history = happenings.newest(head.getFile().handle(), beforeSeq(), AT_ONCE);
    }
    return history;
  }

  /** The entry before which the older ones begin; 0 where there are none. */
  public long getOlder() {
    return Math.max(0, Math.min(beforeSeq(), head.getEntries() + 1) - AT_ONCE);
  }

  public boolean isOlderThere() {
    return getOlder() > 1;
  }

  public Long getBefore() {
    return before;
  }

  public void setBefore(Long before) {
    this.before = before;
  }

  private long beforeSeq() {
    return before == null || before < 1 ? Long.MAX_VALUE : before;
  }
}
