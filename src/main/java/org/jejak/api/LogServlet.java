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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.ledger.PublishedLog;
import org.jejak.ledger.access.Look;
import org.jejak.ledger.access.LookKind;

/**
 * The published logs at {@code /log/<name>}: C2SP tlog-tiles. No session and no cookie; everything
 * comes from the publication folder, so that readers never touch the path of writing.
 */
@WebServlet("/log/*")
public class LogServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final Pattern BELOW_A_LOG = Pattern.compile("/([a-z][a-z0-9-]*)/(.+)");

  @Inject transient PublishedLog log;
  @Inject transient Policy policy;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    Matcher below = BELOW_A_LOG.matcher(path);
    if (path.equals("/keys")) {
      response.setHeader("Cache-Control", "public, max-age=300");
      text(response, log.keys());
    } else if (!below.matches() || !log.isOpen(below.group(1))) {
      refuse(response, HttpServletResponse.SC_NOT_FOUND);
    } else if (below.group(2).equals("checkpoint")) {
      checkpoint(response, below.group(1));
    } else {
      tile(response, below.group(1), below.group(2));
    }
  }

  /** Of a log that is not public, everybody but an auditor sees one checkpoint a day. */
  private void checkpoint(HttpServletResponse response, String name) throws IOException {
    boolean newest = log.isPublic(name) || policy.allows(Permission.VERIFY_LEDGER);
    Optional<String> checkpoint = newest ? log.checkpoint(name) : log.daily(name);
    response.setHeader("Cache-Control", "no-store");
    if (checkpoint.isPresent()) {
      text(response, checkpoint.get());
    } else {
      refuse(response, HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /**
   * Entries carry handles and dates, and the tiles of a log that is not public tell how busy people
   * are: for auditors only, and never into a shared cache.
   */
  private void tile(HttpServletResponse response, String name, String path) throws IOException {
    boolean entries = path.startsWith("tile/entries/");
    boolean everybody = log.isPublic(name) && !entries;
    if (!everybody) {
      Look.at(entries ? "/log/tile/entries" : "/log/tile");
    }
    if (!everybody && !policy.allows(Permission.VERIFY_LEDGER)) {
      Look.denied(null);
      response.setHeader("WWW-Authenticate", "Bearer");
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    if (!everybody) {
      Look.as(LookKind.DOWNLOADED);
    }
    send(
        response,
        entries ? log.bundle(name, path) : log.tile(name, path),
        everybody ? "public, max-age=31536000, immutable" : "private, no-store");
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
