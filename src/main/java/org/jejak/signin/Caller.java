package org.jejak.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jejak.identity.Role;

/**
 * Whom the gate let in, for the rest of the request.
 *
 * @param mustChange whether only the page that changes the password is open
 */
record Caller(String person, Set<Role> roles, boolean mustChange) {
  private static final String ATTRIBUTE = Caller.class.getName();

  /** The caller of this request, or {@code null} for the public. */
  static Caller of(HttpServletRequest request) {
    return (Caller) request.getAttribute(ATTRIBUTE);
  }

  void remember(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
