package org.jejak.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what browsers report against our Content-Security-Policy, so that a test can fail on it.
 * Not there unless {@code jejak.web.csp-reports} is set: in operation reports would be traces of
 * people.
 */
@WebServlet("/csp-reports")
public class CspReports extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(CspReports.class.getName());
  private static final int READ = 4000;

  private final AtomicLong count = new AtomicLong();

  @Inject private transient WebSettings settings;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!settings.cspReports()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] report = request.getInputStream().readNBytes(READ);
    long number = count.incrementAndGet();
    LOG.log(
        Level.WARNING,
        "policy violation {0}: {1}",
        number,
        new String(report, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " "));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!settings.cspReports()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(count.get());
  }
}
