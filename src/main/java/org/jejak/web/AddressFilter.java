package org.jejak.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Leads each path to its page, and people who are not signed in to the sign-in page.
 *
 * <p>Files of pages are not to be had by their own names, so that there is one address for each
 * page and one place that guards it.
 */
public class AddressFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient AddressTable table;

  @Override
  public void init() {
    table.begin(getServletContext());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = path(request);
    Optional<Addresses.Target> target = table.addresses().target(path);
    boolean resource = path.startsWith("/jakarta.faces.resource/");
    if (!resource && (path.contains(".xhtml") || path.startsWith("/resources/"))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getUserPrincipal() == null
        && !Addresses.isOpen(path)
        && (target.isPresent() || servedByUs(request))) {
      sendToSignIn(request, response, path);
    } else if (target.isPresent()) {
      request.getRequestDispatcher(target.get().forward()).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The decoded path from the root of the application. */
  static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  private static boolean servedByUs(HttpServletRequest request) {
    return !"default".equals(request.getHttpServletMapping().getServletName());
  }

  private static void sendToSignIn(
      HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
    String asked = request.getQueryString();
    String next = "GET".equals(request.getMethod()) && asked != null ? path + "?" + asked : path;
    String address = request.getContextPath() + Addresses.query("/sign-in", Map.of("next", next));
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                  + address.replace("&", "&amp;")
                  + "\"/></partial-response>");
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", address);
    }
  }
}
