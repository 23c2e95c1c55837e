package org.jejak.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jejak.api.repeat.Idempotent;
import org.jejak.api.repeat.IdempotentCall;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.intake.Gate;
import org.jejak.intake.Inbox;
import org.jejak.intake.ReporterAnswers;

/** The reporter's inbox for programs: the code is the only key to it. */
@Path("inbox")
@ForEveryone
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
  private static final String CODE = "Inbox-Code";

  @Inject Inbox inbox;
  @Inject ReporterAnswers reporterAnswers;
  @Inject IdempotentCall call;
  @Inject Receipts receipts;
  @Inject Gate gate;
  @Context HttpServletRequest request;

  /** A message of the reporter or of the office. */
  public record Line(String from, LocalDate sentOn, String text) {}

  /**
   * What the code opens.
   *
   * @param stage an {@link Inbox.Progress} in small letters
   * @param reason why it is outside the remit, where it is
   * @param waiting whether the office waits for an answer
   */
  public record Content(
      String reference,
      LocalDate receivedOn,
      String stage,
      boolean outsideRemit,
      String reason,
      boolean waiting,
      List<Line> messages) {}

  /** A message of the reporter. */
  public record Body(String text) {}

  /** The proof that the message was taken in. */
  public record Answer(ReceiptAnswer receipt) {}

  @GET
  @Call(says = "Stage and messages of the report with this code.")
  public Content open(@HeaderParam(CODE) String code) {
    Inbox.Content opened = gate.withCode(address(), code, inbox::open);
    return new Content(
        opened.reference().value(),
        opened.receivedOn(),
        small(opened.progress()),
        opened.outsideRemit(),
        opened.reason(),
        opened.waiting(),
        opened.messages().stream()
            .map(line -> new Line(small(line.author()), line.sentOn(), line.text()))
            .toList());
  }

  @POST
  @Path("messages")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @Call(says = "Sends a message of the reporter.", status = 201, answer = Answer.class)
  public Response answer(@HeaderParam(CODE) String code, Body body) {
    ReporterAnswers.Sent sent =
        Acting.as(
            Actor.PUBLIC,
            Acting.request(),
            () ->
                gate.withCode(
                    address(),
                    code,
                    known ->
                        reporterAnswers.run(
                            new ReporterAnswers.Request(known, body.text(), call.formKey()))));
    return Response.status(Response.Status.CREATED)
        .entity(new Answer(receipts.of(sent.handle(), sent.seq())))
        .build();
  }

  private String address() {
    return gate.client(request.getRemoteAddr(), request::getHeader);
  }

  private static String small(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
