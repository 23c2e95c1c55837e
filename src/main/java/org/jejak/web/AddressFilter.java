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
 * Leads each path to its page, and people who are not signed in to the sign-in page, wherever they
 * wanted to go, unless it is open.
 */
public class AddressFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient AddressTable table;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = path(request);
    Optional<Addresses.Target> target = table.addresses().target(path);
    if (request.getUserPrincipal() == null && !Addresses.isOpen(path)) {
      sendToSignIn(request, response, path);
    } else if (target.isPresent()) {
      request.getRequestDispatcher(target.get().forward()).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The decoded path from the root of the application. */
  public static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  private static void sendToSignIn(
      HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
    String asked = request.getQueryString();
    String next = asked == null ? path : path + "?" + asked;
    if (!"GET".equals(request.getMethod())) {
      next += "#kept"; // tells jejak.js to put back what was typed when the session had ended
    }
    String address = request.getContextPath() + Addresses.query("/sign-in", Map.of("next", next));
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      // A redirect that the script of a page follows, instead of putting sign-in into its place.
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
