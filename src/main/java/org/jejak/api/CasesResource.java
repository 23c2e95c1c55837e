package org.jejak.api;

import static org.jejak.api.CaseAnswers.small;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jejak.api.repeat.Idempotent;
import org.jejak.base.Refusal;
import org.jejak.cases.AddNote;
import org.jejak.cases.AssignInvestigator;
import org.jejak.cases.CaseFiles;
import org.jejak.cases.CaseNumber;
import org.jejak.cases.CaseSource;
import org.jejak.cases.CaseStage;
import org.jejak.cases.CloseCase;
import org.jejak.cases.DecideMatter;
import org.jejak.cases.Decision;
import org.jejak.cases.Done;
import org.jejak.cases.EditNote;
import org.jejak.cases.Manner;
import org.jejak.cases.OpenCase;
import org.jejak.cases.Outcome;
import org.jejak.cases.RecordFindings;
import org.jejak.cases.SubmitForDecision;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;

/** Cases: the register, one case, and each step of its life. People are named by their NIP. */
@Path("cases")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CasesResource {
  @Inject CaseFiles files;
  @Inject CaseAnswers answers;
  @Inject Named named;
  @Inject OpenCase openCase;
  @Inject AssignInvestigator assignInvestigator;
  @Inject AddNote addNote;
  @Inject EditNote editNote;
  @Inject RecordFindings recordFindings;
  @Inject SubmitForDecision submitForDecision;
  @Inject DecideMatter decideMatter;
  @Inject CloseCase closeCase;
  @Inject Receipts receipts;

  /** A line of the register. */
  public record Line(
      String number,
      String title,
      String stage,
      String unit,
      String investigator,
      Instant openedAt) {
    static Line of(CaseFiles.Row row) {
      return new Line(
          row.number().value(),
          row.title(),
          small(row.stage()),
          row.unit(),
          row.investigator(),
          row.openedAt());
    }
  }

  /**
   * A new case.
   *
   * @param source {@code report}, {@code superior}, {@code compliance} or {@code inspectorate}
   *     (without one: {@code inspectorate})
   * @param unit code of the unit where it happened
   */
  public record OpeningBody(
      String title,
      String allegation,
      String source,
      String unit,
      LocalDate happenedFrom,
      LocalDate happenedTo,
      List<@NotNull SubjectBody> subjects) {}

  /**
   * A subject: a {@code nip}, or a name for somebody who is not in the directory.
   *
   * @param norms codes of the norms said to be broken, e.g. {@code K4f}, {@code KE-06}
   */
  public record SubjectBody(String nip, String name, String position, List<String> norms) {}

  /** Who takes the case over. */
  public record AssignmentBody(@NotNull String investigator, Long version) {}

  /**
   * A note.
   *
   * @param note the number of the note to edit, with the {@code version} that was seen; neither for
   *     a new one
   */
  public record NoteBody(Integer note, String text, Long version) {}

  /**
   * Findings, or the official who is to decide on them, or both.
   *
   * @param authority NIP
   * @param version of the case, where only the official is named
   */
  public record FindingsBody(
      List<RecordFindings.@NotNull Found> findings, String authority, Long version) {}

  /**
   * A decision on one matter.
   *
   * @param outcome {@code not_proven}, {@code moral_sanction} or {@code discipline_sanction}
   * @param manner of a moral sanction, e.g. {@code closed_room}
   * @param version of the matter
   */
  public record DecisionBody(
      @NotNull Integer matter,
      @NotNull String outcome,
      String sanction,
      String manner,
      String reason,
      LocalDate decidedOn,
      Long version) {}

  /** Why nothing is left to do. */
  public record ClosingBody(String reason, Long version) {}

  /**
   * What was done.
   *
   * @param note the number of the note, where it was one
   * @param version of the case now
   */
  public record Answer(
      String number, String stage, Integer note, long version, ReceiptAnswer receipt) {}

  @GET
  @Allow(Permission.SEE_CASES)
  @Call(says = "The register of the cases that the caller may see, newest first.")
  public Listing<Line> list(
      @QueryParam("stage") String stage,
      @QueryParam("investigator") String investigator,
      @QueryParam("unit") String unit,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @Valid @BeanParam Paging paging) {
    CaseFiles.Filter filter =
        new CaseFiles.Filter(
            named.one(CaseStage.class, stage),
            named.person(investigator),
            null,
            named.unit(unit),
            from,
            to);
    return Listing.of(files.register(filter, paging.offset(), paging.size()), paging, Line::of);
  }

  @GET
  @Path("{number}")
  @Call(says = "One case.")
  public CaseAnswer one(@PathParam("number") String number) {
    return answers.of(files.get(CaseNumber.of(number)));
  }

  @POST
  @Idempotent
  @Call(says = "Opens a case.", status = 201, answer = Answer.class)
  public Response open(@NotNull @Valid OpeningBody body) {
    Done done =
        openCase.run(
            new OpenCase.Request(
                null,
                null,
                body.title(),
                body.allegation(),
                body.source() == null
                    ? CaseSource.INSPECTORATE
                    : named.one(CaseSource.class, body.source()),
                named.unit(body.unit()),
                body.happenedFrom(),
                body.happenedTo(),
                body.subjects() == null
                    ? List.of()
                    : body.subjects().stream().map(this::accused).toList()));
    return Response.created(URI.create("/api/v1/cases/" + done.number()))
        .entity(answer(done, null))
        .build();
  }

  @POST
  @Path("{number}/assignment")
  @Idempotent
  @Call(says = "Puts the case into the hands of an investigator.", answer = Answer.class)
  public Response assign(@PathParam("number") String number, @NotNull @Valid AssignmentBody body) {
    return done(
        assignInvestigator.run(
            new AssignInvestigator.Request(
                CaseNumber.of(number), named.person(body.investigator()), body.version())));
  }

  @POST
  @Path("{number}/notes")
  @Idempotent
  @Call(says = "Adds a note, or rewords one.", answer = Answer.class)
  public Response note(@PathParam("number") String number, @NotNull @Valid NoteBody body) {
    CaseNumber known = CaseNumber.of(number);
    Done done =
        body.note() == null
            ? addNote.run(new AddNote.Request(known, body.text()))
            : editNote.run(new EditNote.Request(known, body.note(), body.text(), body.version()));
    return Response.ok(answer(done, done.part())).build();
  }

  @POST
  @Path("{number}/findings")
  @Idempotent
  @Call(
      says = "Records what was found on matters, names who decides, or both.",
      answer = Answer.class)
  public Response findings(@PathParam("number") String number, @NotNull @Valid FindingsBody body) {
    CaseNumber known = CaseNumber.of(number);
    String authority = named.person(body.authority());
    boolean submitsOnly =
        authority != null && (body.findings() == null || body.findings().isEmpty());
    return done(
        submitsOnly
            ? submitForDecision.run(new SubmitForDecision.Request(known, authority, body.version()))
            : recordFindings.run(new RecordFindings.Request(known, body.findings(), authority)));
  }

  @POST
  @Path("{number}/decision")
  @Idempotent
  @Call(says = "Decides one matter.", answer = Answer.class)
  public Response decide(@PathParam("number") String number, @NotNull @Valid DecisionBody body) {
    return done(
        decideMatter.run(
            new DecideMatter.Request(
                CaseNumber.of(number),
                body.matter(),
                decision(body),
                body.reason(),
                body.decidedOn(),
                body.version())));
  }

  @POST
  @Path("{number}/closing")
  @Idempotent
  @Call(says = "Closes a case in which everything is decided.", answer = Answer.class)
  public Response close(@PathParam("number") String number, @NotNull @Valid ClosingBody body) {
    return done(
        closeCase.run(new CloseCase.Request(CaseNumber.of(number), body.reason(), body.version())));
  }

  private Decision decision(DecisionBody body) {
    return switch (named.one(Outcome.class, body.outcome())) {
      case NOT_PROVEN -> {
        if (body.sanction() != null) {
          throw Refusal.rule(
              "case.not-proven", "not proven and a sanction exclude each other", body.matter());
        }
        yield new Decision.NotProven();
      }
      case MORAL_SANCTION ->
          new Decision.MoralSanction(body.sanction(), named.one(Manner.class, body.manner()));
      case DISCIPLINE_SANCTION -> new Decision.DisciplineSanction(body.sanction());
    };
  }

  private OpenCase.Accused accused(SubjectBody body) {
    return new OpenCase.Accused(
        named.person(body.nip()), body.name(), body.position(), body.norms());
  }

  private Response done(Done done) {
    return Response.ok(answer(done, null)).build();
  }

  private Answer answer(Done done, Integer note) {
    return new Answer(
        done.number().value(),
        small(done.file().stage()),
        note,
        done.file().version(),
        receipts.of(done.file().handle(), done.entry()));
  }
}
