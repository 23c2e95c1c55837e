package org.jejak.api;

import static org.jejak.api.CaseAnswers.small;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jejak.api.repeat.Idempotent;
import org.jejak.cases.CaseNumber;
import org.jejak.cases.OpenCase;
import org.jejak.intake.TriageReport;

/** The first step of a matter: what becomes of the report that has the case's number. */
@Path("cases/{number}/triage")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TriageResource {
  @Inject TriageReport triageReport;
  @Inject Named named;
  @Inject Receipts receipts;

  /** What becomes of a report. */
  public enum Outcome {
    OPENED,
    MORE_NEEDED,
    OUTSIDE_REMIT
  }

  /**
   * A decision on a report.
   *
   * @param outcome {@code opened} (with title, allegation, days and subjects), {@code more_needed}
   *     (with a question) or {@code outside_remit} (with a reason)
   * @param unit code of the unit where it happened
   * @param version of the report that was seen
   */
  public record Body(
      @NotBlank String outcome,
      String reason,
      String question,
      String title,
      String allegation,
      String unit,
      LocalDate happenedFrom,
      LocalDate happenedTo,
      List<CasesResource.@NotNull SubjectBody> subjects,
      Long version) {}

  /** What was decided. */
  public record Answer(String number, String stage, ReceiptAnswer receipt) {}

  @POST
  @Idempotent
  @Call(says = "Decides what becomes of the report with this number.", answer = Answer.class)
  public Response triage(@PathParam("number") String number, @NotNull @Valid Body body) {
    TriageReport.Triaged triaged =
        triageReport.run(
            new TriageReport.Request(CaseNumber.of(number), body.version(), outcome(body)));
    return Response.ok(
            new Answer(
                triaged.number().value(),
                small(triaged.stage()),
                receipts.of(triaged.handle(), triaged.entry())))
        .build();
  }

  private TriageReport.Outcome outcome(Body body) {
    return switch (named.one(Outcome.class, body.outcome())) {
      case OUTSIDE_REMIT -> new TriageReport.OutsideRemit(body.reason());
      case MORE_NEEDED -> new TriageReport.MoreNeeded(body.question());
      case OPENED ->
          new TriageReport.Opened(
              body.title(),
              body.allegation(),
              named.unit(body.unit()),
              body.happenedFrom(),
              body.happenedTo(),
              body.subjects() == null
                  ? List.of()
                  : body.subjects().stream().map(this::accused).toList());
    };
  }

  private OpenCase.Accused accused(CasesResource.SubjectBody body) {
    return new OpenCase.Accused(
        named.person(body.nip()), body.name(), body.position(), body.norms());
  }
}
