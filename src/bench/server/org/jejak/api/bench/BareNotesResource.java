package org.jejak.api.bench;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jejak.api.repeat.Idempotent;
import org.jejak.cases.AddBareNote;
import org.jejak.cases.CaseNumber;

/** The call that adds a note, as the product has it, but of rows alone. */
@Path("bench/cases/{number}/notes")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BareNotesResource {
  @Inject AddBareNote addBareNote;

  /** What is written. */
  public record Body(String text) {}

  /** Which note it became. */
  public record Answer(int note) {}

  @POST
  @Idempotent
  public Response add(@PathParam("number") String number, @NotNull Body body) {
    return Response.ok(new Answer(addBareNote.run(CaseNumber.of(number), body.text()))).build();
  }
}
