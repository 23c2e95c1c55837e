package org.jejak.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The pages that need no sign-in. Everything else does, also what nobody thought of: the list says
 * what is open, not what is shut.
 */
final class Wall {
  static final String SIGN_IN = "/sign-in";
  static final String ACCOUNT = "/account";

  /**
   * Open as a whole and with all below; the REST interface and the log have guards of their own.
   */
  private static final List<String> OPEN =
      List.of(
          "/report",
          "/inbox",
          "/verify",
          "/log",
          "/api",
          "/health",
          SIGN_IN,
          "/jakarta.faces.resource",
          "/favicon.ico",
          "/robots.txt");

  /** What is open to somebody whose password somebody else knows. */
  private static final List<String> OPEN_FOR_CHANGE =
      List.of(ACCOUNT, SIGN_IN, "/jakarta.faces.resource", "/favicon.ico");

  private Wall() {}

  static boolean isOpen(String path) {
    return path.equals("/") || isUnder(OPEN, path);
  }

  /**
   * Answers a request that may not go on, with the way to the page that helps.
   *
   * @param caller {@code null} for the public
   */
  static boolean turnsAway(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    String path = pathOf(request);
    if (caller == null) {
      if (isOpen(path)) {
        return false;
      }
      lead(request, response, SIGN_IN + back(request, path));
      return true;
    }
    if (caller.mustChange() && !isUnder(OPEN_FOR_CHANGE, path)) {
      lead(request, response, ACCOUNT);
      return true;
    }
    return false;
  }

  private static String pathOf(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  private static boolean isUnder(List<String> prefixes, String path) {
    return prefixes.stream()
        .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + '/'));
  }

  private static String back(HttpServletRequest request, String path) {
    return request.getMethod().equals("GET") && !path.equals("/home")
        ? "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
        : "";
  }

  private static void lead(HttpServletRequest request, HttpServletResponse response, String where)
      throws IOException {
    String to = request.getContextPath() + where;
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      // A redirect that the script of a page follows, instead of putting sign-in into its place.
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                  + to.replace("&", "&amp;").replace("\"", "&quot;")
                  + "\"/></partial-response>");
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect(to);
  }
}
