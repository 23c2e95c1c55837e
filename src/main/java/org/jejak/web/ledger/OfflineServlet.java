package org.jejak.web.ledger;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jejak.ledger.Logs;
import org.jejak.ledger.witness.WitnessSettings;
import org.jejak.tlog.verify.OfflinePage;

/**
 * The verifier that runs in a browser without us. It is handed out as a file and never shown from
 * here: it has a script of its own, which our pages must not have.
 */
@WebServlet("/verify/offline")
public class OfflineServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Logs logs;
  @Inject transient WitnessSettings witnesses;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String page =
        OfflinePage.with(
            logs.records().keys().published(),
            witnesses.witnesses().stream()
                .map(witness -> witness.key() + "\n")
                .reduce("", String::concat));
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html; charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"jejak-verify.html\"");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
