package org.jejak.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Takes in the whole body, which is small, or refuses it before anybody parses it. */
@Provider
@ApplicationScoped
@Priority(Priorities.ENTITY_CODER)
public class BodyFilter implements ContainerRequestFilter {
  /** Longer than any form of ours with every field full. */
  static final int MAX_BYTES = 512 * 1024;

  @Inject Problems problems;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    byte[] body =
        request.getLength() > MAX_BYTES
            ? new byte[MAX_BYTES + 1]
            : request.getEntityStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      request.abortWith(
          problems.plain(413, "body.too-large", request.getAcceptableLanguages(), MAX_BYTES));
    } else {
      request.setEntityStream(new ByteArrayInputStream(body));
    }
  }
}
