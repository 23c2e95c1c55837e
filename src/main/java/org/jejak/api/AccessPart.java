package org.jejak.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jejak.ledger.access.Look;

/** Tells the access log which call answers: by the pattern of its path, without what was asked. */
@Provider
@ApplicationScoped
public class AccessPart implements ContainerRequestFilter {
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Path call = resource.getResourceMethod().getAnnotation(Path.class);
    String path = "/api/v1/" + resource.getResourceClass().getAnnotation(Path.class).value();
    Look.at(call == null ? path : path + "/" + call.value());
  }
}
