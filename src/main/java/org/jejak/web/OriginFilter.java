package org.jejak.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Refuses what another site makes a browser send here, and what is too large to be a form.
 *
 * <p>A browser names the site in {@code Sec-Fetch-Site} or {@code Origin}; a program that names
 * neither carries no cookie of ours by accident and is let through.
 */
public class OriginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** A form's sentence answers "too large" only when the body has been read; up to here it is. */
  private static final long DRAINED = 32L * 1024 * 1024;

  @Inject private transient WebSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (SAFE.contains(request.getMethod())) {
      chain.doFilter(request, response);
    } else if (isForeign(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (isTooLarge(request)) {
      drain(request);
      refuse(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return false;
    }
    // Under Referrer-Policy no-referrer a browser writes "null"; Sec-Fetch-Site has spoken then.
    return origin.equals("null")
        ? site == null
        : !authority(origin).equals(request.getHeader("Host"));
  }

  private static String authority(String origin) {
    try {
      String authority = new URI(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (URISyntaxException unreadable) {
      return "";
    }
  }

  private boolean isTooLarge(HttpServletRequest request) {
    if (request.getServletPath().startsWith("/api")) {
      return false; // REST has its own limit, and answers in JSON
    }
    String type = request.getContentType() == null ? "" : request.getContentType();
    long most = type.startsWith("multipart/") ? settings.maxUploadBytes() : settings.maxFormBytes();
    long length = request.getContentLengthLong();
    boolean chunkedForm = length < 0 && request.getHeader("Transfer-Encoding") != null;
    return length > most || chunkedForm;
  }

  /** The server reads the form again on its way to the error page, and fails: we go there. */
  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    request.setAttribute(
        RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    request.getRequestDispatcher("/errors/error.xhtml").forward(new Bodiless(request), response);
  }

  private static void drain(HttpServletRequest request) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long read = 0;
    for (int n = 0; n >= 0 && read < DRAINED; n = request.getInputStream().read(buffer)) {
      read += n;
    }
  }
}
