package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;

/**
 * Finds out at each request who calls, by a token or by a session, and tells the container.
 *
 * <p>Account and roles are read every time, so that what was taken away is gone with the next
 * click. The container's own way to remember a caller ({@code @AutoApplySession}) is not used: it
 * loses the roles when a session moves to another node (payara/Payara#6342).
 */
@ApplicationScoped
public class Gate implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";

  @Inject Sessions sessions;
  @Inject Tokens tokens;
  @Inject Accounts accounts;
  @Inject Roles roles;
  @Inject SigninSettings settings;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<Caller> found = caller(request);
    if (found.isEmpty()) {
      return context.doNothing();
    }
    Caller caller = found.get();
    caller.remember(request);
    return context.notifyContainerAboutLogin(
        caller.person(), caller.roles().stream().map(Role::name).collect(Collectors.toSet()));
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      // Who brings a token means it: a session that happens to be there does not stand in for it.
      return authorization.startsWith(BEARER)
          ? tokens
              .find(authorization.substring(BEARER.length()).strip())
              .flatMap(held -> caller(held.person(), held.generation()))
          : Optional.empty();
    }
    return sessions.find(request).flatMap(held -> caller(held.person(), held.generation()));
  }

  private Optional<Caller> caller(String person, int generation) {
    return accounts
        .of(person)
        .filter(account -> account.isOpen() && account.generation() == generation)
        .filter(account -> !account.isDemo() || settings.isDemo())
        .map(account -> new Caller(person, roles.of(person), account.mustChange()));
  }
}
