package org.jejak.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says "not found" where nothing is, before anybody is asked to sign in for it.
 *
 * <p>Files of pages are not to be had by their own names, so that there is one address for each
 * page and one place that guards it.
 */
public class DeadEndFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient AddressTable table;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = AddressFilter.path(request);
    boolean resource = path.startsWith("/jakarta.faces.resource/");
    boolean page = table.addresses().target(path).isPresent();
    if (resource || page || isServlet(request) && !path.contains(".xhtml")) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Whether a servlet of ours answers, not Faces or the server with a file of the application. */
  private static boolean isServlet(HttpServletRequest request) {
    String name = request.getHttpServletMapping().getServletName();
    return name != null && !name.equals("default") && !name.equals(AddressListener.FACES);
  }
}
