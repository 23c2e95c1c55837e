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
import java.io.InputStream;

/** Takes in the whole body, which is small, or refuses it before anybody parses it. */
@Provider
@ApplicationScoped
@Priority(Priorities.ENTITY_CODER)
public class BodyFilter implements ContainerRequestFilter {
  /** Longer than any form of ours with every field full. */
  static final int MAX_BYTES = 512 * 1024;

  private static final long MOST_READ_AWAY = 16L * 1024 * 1024;

  @Inject Problems problems;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    byte[] body =
        request.getLength() > MAX_BYTES
            ? new byte[MAX_BYTES + 1]
            : request.getEntityStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      readAway(request.getEntityStream());
      request.abortWith(
          problems.plain(413, "body.too-large", request.getAcceptableLanguages(), MAX_BYTES));
    } else {
      request.setEntityStream(new ByteArrayInputStream(body));
    }
  }

  /** A caller who is still sending hears no answer; who sends far too much need not hear one. */
  private static void readAway(InputStream rest) throws IOException {
    byte[] lot = new byte[8192];
    long left = MOST_READ_AWAY;
    while (left > 0) {
      int read = rest.read(lot);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }
}
