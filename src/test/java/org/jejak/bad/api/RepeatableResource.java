package org.jejak.bad.api;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A call that changes something twice when it is sent twice. */
@Path("twice")
public class RepeatableResource {
  @POST
  public String change() {
    return "changed";
  }
}
