package org.jejak.signin;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.Handle;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;

/**
 * Says who acts while a request is served: whom the gate let in, or the public. Named in web.xml,
 * because it must come before the filter that leads to the page.
 */
public class ActingFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String ACCOUNT = "/account";
  private static final List<String> OPEN_BEFORE =
      List.of(ACCOUNT, "/sign-out", "/jakarta.faces.resource");

  @Inject transient Roles roles;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Caller caller = Caller.of(request);
    if (request.getDispatcherType() == DispatcherType.REQUEST && mustChangeFirst(request, caller)) {
      response.sendRedirect(request.getContextPath() + ACCOUNT);
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

  /** Whether somebody else knows the password, so that only the page of its change is open. */
  private static boolean mustChangeFirst(HttpServletRequest request, Caller caller) {
    if (caller == null || !caller.mustChange()) {
      return false;
    }
    String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    return OPEN_BEFORE.stream().noneMatch(open -> path.equals(open) || path.startsWith(open + '/'));
  }

  private static Actor actor(Caller caller) {
    return caller == null ? Actor.PUBLIC : new Actor(caller.person(), Role.ASN.name());
  }
}
