package org.jejak.api.describe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import org.jejak.api.Call;

/** The description of this interface. */
@Path("openapi")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {
  @Context Application application;

  @GET
  @Call(says = "This description, as OpenAPI 3.1.")
  public String describe() {
    return OpenApi.of(
            application.getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .sorted(Comparator.comparing(Class::getName))
                .toList())
        .toString();
  }
}
