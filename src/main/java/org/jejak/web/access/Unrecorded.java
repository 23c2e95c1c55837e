package org.jejak.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jejak.base.Refusal;
import org.jejak.web.ErrorPage;
import org.jejak.web.Words;

/**
 * What is answered when a look could not be recorded: 503, in words, and nothing that was asked.
 */
@ApplicationScoped
public class Unrecorded {
  private static final String RETRY_SECONDS = "5";

  @Inject Words words;

  /** The look could not be written; its cause is in the log under this reference. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String reference) {
      super("failure " + reference);
    }
  }

  /**
   * Answers instead of what was held back.
   *
   * @throws Failure where a part had left already, so that the rest is cut off
   */
  void answer(HttpServletRequest request, HttpServletResponse response, Failure failure)
      throws IOException {
    if (response.isCommitted()) {
      throw failure;
    }
    Refusal no =
        new Refusal(
            Refusal.Kind.CLOSED, "access.unrecorded", "what would be shown could not be recorded");
    response.reset();
    response.setHeader("Retry-After", RETRY_SECONDS);
    if (request.getServletPath().startsWith("/api")) {
      problem(response, no);
    } else {
      request.setAttribute(ErrorPage.SENTENCE, words.refusal(no));
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void problem(HttpServletResponse response, Refusal no) throws IOException {
    byte[] body =
        Json.createObjectBuilder()
            .add("type", "urn:jejak:problem:" + no.key())
            .add("title", words.of("problem.503"))
            .add("status", HttpServletResponse.SC_SERVICE_UNAVAILABLE)
            .add("code", no.key())
            .add("detail", words.refusal(no))
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
