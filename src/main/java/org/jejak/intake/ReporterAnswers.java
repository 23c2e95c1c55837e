package org.jejak.intake;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Brings what a reporter writes, who shows by their code which report they mean. */
@Command
@Allow(Permission.REPORT)
public class ReporterAnswers {
  @Inject Inbox inbox;
  @Inject Conversation conversation;
  @Inject Registry registry;
  @Inject Ledger ledger;

  /**
   * A message to the office.
   *
   * @param formKey the same where the same form is sent twice
   */
  public record Request(
      @NotNull InboxCode code,
      @NotNull(message = "refusal.message.missing")
          @Size(max = Message.LONGEST, message = "refusal.message.long")
          String text,
      @NotNull @Size(min = 8, max = 64) String formKey) {
    public Request {
      text = Typed.text(text);
    }
  }

  /** What was recorded: the entry {@code seq} of the chain {@code handle}. */
  public record Sent(String handle, long seq) {}

  public Sent run(@NotNull @Valid Request request) {
    Report report = inbox.find(request.code()).orElseThrow(Inbox::unknown);
    Optional<Message> earlier = conversation.find(report, request.formKey());
    if (earlier.isPresent()) {
      return new Sent(report.handle(), earlier.get().trail().seq());
    }
    ledger.append(report.answer(registry.today()));
    conversation.write(report, Message.Author.REPORTER, null, request.text(), request.formKey());
    return new Sent(report.handle(), ledger.seqOf(report.subject()));
  }
}
