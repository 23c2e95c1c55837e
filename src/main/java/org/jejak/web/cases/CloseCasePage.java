package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jejak.cases.CloseCase;
import org.jejak.cases.Done;

/** Page {@code /cases/close.xhtml}. */
@Named
@RequestScoped
public class CloseCasePage {
  @Inject CaseHead head;
  @Inject CaseOutcome outcome;
  @Inject CloseCase closeCase;

  private String reason;
  private Long version;

  public String close() {
    Done done = closeCase.run(new CloseCase.Request(head.getFile().number(), reason, version));
    return outcome.tell("cases.close.done", done);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public long getVersion() {
    return head.getFile().version();
  }

  public void setVersion(long version) {
    this.version = version;
  }
}
