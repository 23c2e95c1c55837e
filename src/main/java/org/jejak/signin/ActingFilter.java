package org.jejak.signin;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.Handle;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;

/** Says who acts while a request is served: whom the gate let in, or the public. */
@WebFilter(
    filterName = "acting",
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class ActingFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient Roles roles;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Caller caller = Caller.of(request);
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && Wall.turnsAway(request, response, caller)) {
      return;
    }
    try {
      roles.remembering(
          caller == null ? Map.of() : Map.of(caller.person(), caller.roles()),
          () ->
              Acting.call(
                  actor(caller),
                  Handle.random(),
                  () -> {
                    chain.doFilter(request, response);
                    return null;
                  }));
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private static Actor actor(Caller caller) {
    return caller == null ? Actor.PUBLIC : new Actor(caller.person(), Role.ASN.name());
  }
}
