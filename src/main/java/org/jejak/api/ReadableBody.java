package org.jejak.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A body that is no JSON, not of the expected types, or absent, is the caller's mistake: 400. */
@Provider
@ApplicationScoped
public class ReadableBody implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body;
    try {
      body = context.proceed();
    } catch (WebApplicationException known) {
      throw known;
    } catch (RuntimeException unreadable) {
      throw new BadRequestException(unreadable);
    }
    if (body == null) {
      throw new BadRequestException();
    }
    return body;
  }
}
