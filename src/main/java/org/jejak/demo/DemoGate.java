package org.jejak.demo;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers nothing but its health while the demo agency is being filled. */
@WebFilter("/*")
public class DemoGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient DemoStart start;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (start.isWhole() || request.getServletPath().startsWith("/health")) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "10");
    response.setHeader("Content-Security-Policy", "default-src 'none'");
    response.setContentType("text/html;charset=UTF-8");
    response
        .getWriter()
        .write(
            "<!DOCTYPE html><html lang=\"id\"><title>Jejak</title><h1>Jejak</h1><p>Instansi"
                + " peragaan sedang disiapkan. Muat ulang sebentar lagi.</p><p lang=\"en\">The demo"
                + " agency is being prepared. Reload in a moment.</p></html>");
  }
}
