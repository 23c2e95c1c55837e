package org.jejak.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jejak.base.Acting;

/** Turns away who brings no valid token, except where the resource is {@link ForEveryone}. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class SignedInFilter implements ContainerRequestFilter {
  @Context ResourceInfo resource;
  @Inject Problems problems;

  @Override
  public void filter(ContainerRequestContext request) {
    if (Acting.now().isPublic() && !isForEveryone()) {
      request.abortWith(problems.plain(401, "signed-out", request.getAcceptableLanguages()));
    }
  }

  private boolean isForEveryone() {
    return resource.getResourceMethod().isAnnotationPresent(ForEveryone.class)
        || resource.getResourceClass().isAnnotationPresent(ForEveryone.class);
  }
}
