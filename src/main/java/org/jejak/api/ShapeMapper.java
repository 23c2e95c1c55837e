package org.jejak.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Stands before the server's own mapper for this exception, which answers in plain text. */
@Provider
@ApplicationScoped
public class ShapeMapper implements ExceptionMapper<ValidationException> {
  @Inject FailureMapper failures;

  @Override
  public Response toResponse(ValidationException shape) {
    return failures.toResponse(shape);
  }
}
