package org.jejak.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * The headers that every answer carries.
 *
 * <p>Pages of signed-in people get their Content-Security-Policy with a nonce from PrimeFaces,
 * which takes the place of the stricter one set here; whoever is not signed in gets no script.
 */
public class AnswerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String CSP = "Content-Security-Policy";

  @Inject private transient WebSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = AddressFilter.path(request);
    boolean scriptless = isScriptless(request, path);
    boolean resource = path.startsWith("/jakarta.faces.resource/");
    response.setHeader(CSP, settings.policy() + (scriptless ? "'none'" : "'self'"));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
    if (!resource && !path.startsWith("/log/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, new OnePolicy(response, scriptless));
  }

  private static boolean isScriptless(HttpServletRequest request, String path) {
    return request.getUserPrincipal() == null || path.startsWith("/errors/");
  }

  /** Lets a page's own policy replace ours instead of standing beside it. */
  private static final class OnePolicy extends HttpServletResponseWrapper {
    private final boolean scriptless;

    OnePolicy(HttpServletResponse response, boolean scriptless) {
      super(response);
      this.scriptless = scriptless;
    }

    @Override
    public void addHeader(String name, String value) {
      if (!CSP.equalsIgnoreCase(name)) {
        super.addHeader(name, value);
      } else if (!scriptless) {
        super.setHeader(name, value);
      }
    }
  }
}
