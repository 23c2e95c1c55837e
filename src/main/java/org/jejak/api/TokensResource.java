package org.jejak.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.jejak.intake.Gate;
import org.jejak.signin.Account;
import org.jejak.signin.SignIn;
import org.jejak.signin.Tokens;

/**
 * Tokens for programs. No idempotency key: nothing is recorded, and a second token harms nobody.
 */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TokensResource {
  /**
   * User name and password.
   *
   * @param totp the second factor, for accounts that have one
   */
  public record Request(
      @NotBlank @Size(max = 100) String username,
      @NotBlank @Size(max = 200) String password,
      @Size(max = 10) String totp) {}

  /** The token, told this once. */
  public record Answer(String token, Instant expiresAt) {}

  @Inject SignIn signIn;
  @Inject Tokens tokens;
  @Inject Gate intake; // knows which header of a proxy in front to believe
  @Inject Problems problems;
  @Context HttpHeaders headers;
  @Context HttpServletRequest http;

  @POST
  @ForEveryone
  @Call(says = "Makes a token from user name and password.", status = 201, answer = Answer.class)
  public Response make(@NotNull @Valid Request request) {
    Optional<Account> account =
        signIn.check(
            request.username(),
            request.password(),
            new SignIn.Place(intake.client(http.getRemoteAddr(), http::getHeader), null));
    if (account.isEmpty()) {
      return problems.plain(401, "signin.wrong", headers.getAcceptableLanguages());
    }
    Tokens.Issued issued = tokens.issue(account.get());
    return Response.status(Response.Status.CREATED)
        .entity(new Answer(issued.token(), issued.expiresAt()))
        .build();
  }

  /** Gives the token of this very call back. */
  @DELETE
  @Path("current")
  @Call(says = "Ends the token of this very call.", status = 204)
  public Response end() {
    String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      tokens.end(authorization.substring(authorization.indexOf(' ') + 1).strip());
    }
    return Response.noContent().build();
  }
}
