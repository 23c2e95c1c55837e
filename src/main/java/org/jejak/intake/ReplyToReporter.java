package org.jejak.intake;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.cases.CaseNumber;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Writes to the reporter, at triage or later in the case, without changing where it stands. */
@Command
@Allow(Permission.TRIAGE)
public class ReplyToReporter {
  @Inject Reports reports;
  @Inject Conversation conversation;
  @Inject Ledger ledger;

  /**
   * A message to the reporter.
   *
   * @param formKey the same where the same form is sent twice
   */
  public record Request(
      @NotNull CaseNumber number,
      @NotNull(message = "refusal.message.missing")
          @Size(max = Message.LONGEST, message = "refusal.message.long")
          String text,
      @NotNull @Size(min = 8, max = 64) String formKey) {
    public Request {
      text = Typed.text(text);
    }
  }

  public void run(@NotNull @Valid Request request) {
    Report report = reports.get(request.number());
    if (conversation.find(report, request.formKey()).isEmpty()) {
      ledger.append(report.reply());
      conversation.write(
          report, Message.Author.OFFICE, Acting.now().handle(), request.text(), request.formKey());
    }
  }
}
