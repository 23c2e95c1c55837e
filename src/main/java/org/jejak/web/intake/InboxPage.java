package org.jejak.web.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.Refusal;
import org.jejak.intake.Gate;
import org.jejak.intake.Inbox;
import org.jejak.intake.ReporterAnswers;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Receipt;
import org.jejak.web.Problem;
import org.jejak.web.Step;
import org.jejak.web.Words;

/** Page {@code /inbox.xhtml}: the code, then what it opens, all on one address. */
@Named
@RequestScoped
public class InboxPage {
  @Inject HttpServletRequest request;
  @Inject PublicAnswer answer;
  @Inject InboxTicket ticket;
  @Inject Inbox inbox;
  @Inject ReporterAnswers reporterAnswers;
  @Inject Validator validator;
  @Inject Ledger ledger;
  @Inject Gate gate;
  @Inject Words words;

  private List<Problem> problems = List.of();
  private Inbox.Content content;
  private Receipt receipt;
  private String code = "";
  private String text = "";
  private boolean sent;

  /** Reads what was posted and does it, before the page asks for anything. */
  @PostConstruct
  void receive() {
    if (!"POST".equals(request.getMethod())) {
      return;
    }
    text = Optional.ofNullable(request.getParameter("text")).orElse("");
    Optional<InboxTicket.Read> shown = ticket.read(request.getParameter("form"));
    try {
      if (shown.isPresent()) {
        code = shown.get().code();
        withTicket(shown.get());
      } else if (request.getParameter("code") != null) {
        code = request.getParameter("code");
        content = gate.withCode(address(), code, inbox::open);
      } else {
        refuse(new Problem("code", words.of("inbox.again")), PublicAnswer.UNPROCESSABLE);
      }
    } catch (Refusal no) {
      // A plain form has no handler behind it: this is the place where it is answered.
      problems = List.of(new Problem(content == null ? "code" : null, words.refusal(no)));
      answer.refuse(no);
    }
  }

  private void withTicket(InboxTicket.Read shown) {
    boolean answering = "answer".equals(request.getParameter("act"));
    content =
        gate.withCode(
            address(),
            code,
            known -> {
              if (answering) {
                send(new ReporterAnswers.Request(known, text, shown.key()));
              }
              return inbox.open(known);
            });
  }

  private void send(ReporterAnswers.Request message) {
    var wrong = validator.validate(message);
    if (!wrong.isEmpty()) {
      refuse(
          new Problem("text", words.of(wrong.iterator().next().getMessageTemplate())),
          PublicAnswer.UNPROCESSABLE);
      return;
    }
    // Whoever they are signed in as: a reporter is the public.
    Object unused = Acting.as(Actor.PUBLIC, Acting.request(), () -> reporterAnswers.run(message));
    text = "";
    sent = true;
  }

  private void refuse(Problem problem, int status) {
    problems = List.of(problem);
    answer.status(status);
  }

  private String address() {
    return gate.client(request.getRemoteAddr(), request::getHeader);
  }

  public boolean isOpen() {
    return content != null;
  }

  public Inbox.Content getContent() {
    return content;
  }

  public List<Problem> getProblems() {
    return problems;
  }

  /** What is wrong with one field; {@code null} where nothing is. */
  public String fault(String field) {
    return problems.stream()
        .filter(problem -> field.equals(problem.field()))
        .map(Problem::sentence)
        .findFirst()
        .orElse(null);
  }

  /** What was typed as a code, so that a slip can be seen. */
  public String getCode() {
    return code;
  }

  public String getText() {
    return text;
  }

  public boolean isSent() {
    return sent;
  }

  public String getSealed() {
    return ticket.make(code);
  }

  /** How far the matter is, in five words. */
  public List<Step> getSteps() {
    int now = content.progress().ordinal();
    return Arrays.stream(Inbox.Progress.values())
        .map(
            stage ->
                new Step(
                    words.of("inbox.progress." + stage),
                    null,
                    stage.ordinal() < now
                        ? Step.State.DONE
                        : stage.ordinal() == now ? Step.State.NOW : Step.State.LATER))
        .toList();
  }

  /** The receipt of the report itself. */
  public Receipt getReceipt() {
    if (receipt == null) {
      receipt = ledger.receipt(content.handle(), 1).orElseThrow();
    }
    return receipt;
  }
}
