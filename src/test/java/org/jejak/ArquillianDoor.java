package org.jejak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads to the servlet that runs container tests, past the filters that would ask it to sign in: a
 * forwarded request meets none of them. The tests themselves say who acts.
 */
public class ArquillianDoor extends HttpFilter {
  static final String RUNNER = "/ArquillianServletRunnerEE9";
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.getRequestDispatcher(RUNNER).forward(request, response);
  }
}
