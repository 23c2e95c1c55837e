package org.jejak.api;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.ledger.PublishedLog;
import org.jejak.ledger.access.Look;
import org.jejak.ledger.access.LookKind;

/**
 * The public log at {@code /log}: C2SP tlog-tiles. No session and no cookie; everything comes from
 * the publication folder, so that readers never touch the path of writing.
 */
@WebServlet("/log/*")
public class LogServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String LOG = "/records/";

  @Inject transient PublishedLog log;
  @Inject transient Policy policy;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    if (path.equals("/keys")) {
      response.setHeader("Cache-Control", "public, max-age=300");
      text(response, log.keys());
    } else if (path.equals(LOG + "checkpoint")) {
      response.setHeader("Cache-Control", "no-store");
      Optional<String> checkpoint = log.checkpoint();
      if (checkpoint.isPresent()) {
        text(response, checkpoint.get());
      } else {
        refuse(response, HttpServletResponse.SC_NOT_FOUND);
      }
    } else if (path.startsWith(LOG + "tile/entries/")) {
      bundle(response, path.substring(LOG.length()));
    } else if (path.startsWith(LOG)) {
      send(response, log.tile(path.substring(LOG.length())), "public, max-age=31536000, immutable");
    } else {
      refuse(response, HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Entries carry handles and dates: for auditors only, and never into a shared cache. */
  private void bundle(HttpServletResponse response, String path) throws IOException {
    Look.at("/log/tile/entries");
    if (policy.allows(Permission.VERIFY_LEDGER)) {
      Look.as(LookKind.DOWNLOADED);
      send(response, log.bundle(path), "private, no-store");
    } else {
      Look.denied(null);
      response.setHeader("WWW-Authenticate", "Bearer");
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  private static void send(HttpServletResponse response, Optional<Path> file, String caching)
      throws IOException {
    if (file.isEmpty()) {
      refuse(response, HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] content;
    try {
      content = Files.readAllBytes(file.get());
    } catch (NoSuchFileException e) {
      refuse(response, HttpServletResponse.SC_NOT_FOUND); // a partial tile whose full one came
      return;
    }
    response.setHeader("Cache-Control", caching);
    response.setCharacterEncoding(null); // a filter has set one, which bytes do not have
    response.setContentType("application/octet-stream");
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private static void text(HttpServletResponse response, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    response.setContentType(TEXT);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private static void refuse(HttpServletResponse response, int status) throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    text(response, status == HttpServletResponse.SC_NOT_FOUND ? "not found\n" : "not for you\n");
  }
}
