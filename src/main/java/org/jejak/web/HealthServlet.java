package org.jejak.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Addresses {@code /health/live} and {@code /health/ready}: MicroProfile Health's checks, without
 * their detail. The server's own servlet would name every check and its data to anybody who asks;
 * the log has them.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(HealthServlet.class.getName());
  private static final Annotation READY = Readiness.Literal.INSTANCE;
  private static final Annotation LIVE = Liveness.Literal.INSTANCE;

  @Inject @Any transient Instance<HealthCheck> checks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean up = allUp(request.getServletPath().endsWith("ready") ? READY : LIVE);
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write("{\"status\":\"%s\",\"checks\":[]}".formatted(up ? "UP" : "DOWN"));
  }

  private boolean allUp(Annotation kind) {
    boolean up = true;
    for (HealthCheck check : checks.select(kind)) {
      HealthCheckResponse answer = check.call();
      if (answer.getStatus() == Status.DOWN) {
        LOG.log(Level.WARNING, "health: {0} is down: {1}", answer.getName(), answer.getData());
        up = false;
      }
    }
    return up;
  }
}
