package org.jejak.web.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Leads on to an address that is not known as a page, and so cannot be an outcome of Faces. */
public final class Leave {
  private Leave() {}

  /** Ends this page with a redirect; {@code path} is within the application. */
  public static void to(String path) {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    try {
      external.redirect(external.getRequestContextPath() + path);
    } catch (IOException gone) {
      throw new UncheckedIOException("the browser went away", gone);
    }
  }

  /** The answer that is being written; injection has only the request. */
  public static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }
}
