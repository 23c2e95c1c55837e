package org.jejak.intake;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseFiles;
import org.jejak.cases.CaseNumber;
import org.jejak.cases.CaseSource;
import org.jejak.cases.OpenCase;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** Decides what becomes of a report. */
@Command
@Allow(Permission.TRIAGE)
public class TriageReport {
  @Inject Reports reports;
  @Inject CaseFiles files;
  @Inject Conversation conversation;
  @Inject OpenCase openCase;
  @Inject Ledger ledger;

  /** The three ways a report can go. */
  public sealed interface Outcome {}

  /** Not for this office. The reporter reads the reason. */
  public record OutsideRemit(
      @NotNull(message = "refusal.report.reason-short")
          @Size(min = 20, message = "refusal.report.reason-short")
          @Size(max = 4000, message = "refusal.report.reason-long")
          String reason)
      implements Outcome {
    public OutsideRemit {
      reason = Typed.text(reason);
    }
  }

  /** Not clear enough: the question lies in the reporter's inbox. */
  public record MoreNeeded(
      @NotNull(message = "refusal.message.missing")
          @Size(max = Message.LONGEST, message = "refusal.message.long")
          String question)
      implements Outcome {
    public MoreNeeded {
      question = Typed.text(question);
    }
  }

  /**
   * A case, under the report's number and in its chain.
   *
   * @param allegation the report's words without what could point to the reporter
   * @param unit handle of the unit where it happened, or {@code null}
   */
  public record Opened(
      String title,
      String allegation,
      String unit,
      LocalDate happenedFrom,
      LocalDate happenedTo,
      List<OpenCase.Accused> subjects)
      implements Outcome {}

  /**
   * A decision.
   *
   * @param seen the version that was decided upon; {@code null} where the caller named none
   */
  public record Request(@NotNull CaseNumber number, Long seen, @NotNull @Valid Outcome outcome) {}

  /**
   * What was decided.
   *
   * @param entry its number in the chain {@code handle}
   */
  public record Triaged(CaseNumber number, ReportStage stage, String handle, long entry) {}

  /**
   * @throws Refusal {@code case.stage} where the report was decided on, or the number is that of a
   *     case that began without one
   */
  public Triaged run(@NotNull @Valid Request request) {
    Report report = reports.find(request.number()).orElseThrow(() -> noReport(request.number()));
    if (request.seen() != null) {
      report.demand(request.seen());
    }
    switch (request.outcome()) {
      case OutsideRemit outside ->
          ledger.append(report.putOutside(outside.reason(), Acting.now().handle()));
      case MoreNeeded more -> ask(report, more.question());
      case Opened opened -> open(report, opened);
    }
    return new Triaged(
        report.number(), report.stage(), report.handle(), ledger.seqOf(report.subject()));
  }

  private void ask(Report report, String question) {
    String me = Acting.now().handle();
    ledger.append(report.askMore(me));
    conversation.write(report, Message.Author.OFFICE, me, question, Handle.random());
  }

  private void open(Report report, Opened opened) {
    List<String> persons =
        opened.subjects() == null
            ? List.of()
            : opened.subjects().stream()
                .map(OpenCase.Accused::person)
                .filter(Objects::nonNull)
                .toList();
    ledger.append(report.open(persons, Acting.now().handle()));
    Object unused =
        openCase.run(
            new OpenCase.Request(
                report.handle(),
                report.number(),
                opened.title(),
                opened.allegation(),
                CaseSource.REPORT,
                opened.unit(),
                opened.happenedFrom(),
                opened.happenedTo(),
                opened.subjects()));
  }

  private Refusal noReport(CaseNumber number) {
    return Refusal.rule(
        "case.stage",
        "case %s did not begin with a report".formatted(number),
        number,
        files.get(number).stage());
  }
}
