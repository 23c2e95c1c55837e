package org.jejak.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jejak.api.repeat.Idempotent;
import org.jejak.api.repeat.IdempotentCall;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.intake.Gate;
import org.jejak.intake.InboxCode;
import org.jejak.intake.IntakeKeys;
import org.jejak.intake.PersonNamed;
import org.jejak.intake.ReceiveReport;
import org.jejak.intake.Registered;
import org.jejak.intake.Reporter;
import org.jejak.intake.Statement;

/** Reports sent by programs, without an account. */
@Path("reports")
@ForEveryone
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {
  @Inject ReceiveReport receiveReport;
  @Inject IntakeKeys keys;
  @Inject IdempotentCall call;
  @Inject Receipts receipts;
  @Inject Gate gate;
  @Context HttpServletRequest request;

  /**
   * A report as a program sends it.
   *
   * @param code the inbox code, where the program has shown one to the reporter before; without it
   *     the code follows from the {@code Idempotency-Key}
   */
  public record Body(
      String allegation,
      LocalDate happenedFrom,
      LocalDate happenedTo,
      Boolean ongoing,
      String place,
      String unit,
      String evidence,
      List<PersonNamed> persons,
      Reporter reporter,
      String code) {

    Statement statement() {
      return new Statement(
          allegation, happenedFrom, happenedTo, ongoing, place, unit, evidence, persons, reporter);
    }
  }

  /**
   * @param code with which the reporter comes back; nobody can find it again
   */
  public record Answer(String code, String reference, ReceiptAnswer receipt) {}

  @POST
  @Idempotent(keepsAnswer = false)
  @Call(says = "Receives a report; no account is needed.", status = 201, answer = Answer.class)
  public Response receive(Body body) {
    InboxCode code = body.code() == null ? keys.codeFor(call.key()) : InboxCode.parse(body.code());
    gate.admitReport(gate.client(request.getRemoteAddr(), request::getHeader));
    // Whoever they are signed in as: a report is the public's.
    Registered registered =
        Acting.as(Actor.PUBLIC, Acting.request(), () -> receiveReport.run(code, body.statement()));
    Answer answer =
        new Answer(
            code.shown(),
            registered.reference().value(),
            receipts.of(registered.handle(), registered.seq()));
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }
}
