package org.jejak.api.repeat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jejak.api.Problems;
import org.jejak.base.Acting;

// Not bound by name: the annotation would bind the interceptor to this class, too.
/** Demands the {@code Idempotency-Key} and notes it, with the body, for the interceptor. */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,200}");

  @Context ResourceInfo resource;
  @Inject IdempotentCall call;
  @Inject Problems problems;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!resource.getResourceMethod().isAnnotationPresent(Idempotent.class)) {
      return;
    }
    String key = request.getHeaderString(Idempotent.HEADER);
    if (key == null || !KEY.matcher(key).matches()) {
      String code = key == null ? "idempotency.missing" : "idempotency.key";
      request.abortWith(problems.plain(400, code, request.getAcceptableLanguages()));
      return;
    }
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    call.begin(key, Acting.now().handle(), request.getUriInfo().getPath(), body);
  }
}
