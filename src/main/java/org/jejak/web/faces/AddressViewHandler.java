package org.jejak.web.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jejak.web.Addresses;
import org.jejak.web.Language;
import org.primefaces.context.PrimeFacesContext;

/** Writes the addresses that people see into forms, links and redirects; chooses the language. */
public class AddressViewHandler extends ViewHandlerWrapper {
  private static final String PLAIN = AddressViewHandler.class.getName();

  public AddressViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext context) {
    return CDI.current().select(Language.class).get().getLocale();
  }

  /**
   * Pages for people who are not signed in keep nothing: no state, and no nonce for scripts either,
   * which PrimeFaces would keep in a session.
   */
  @Override
  public UIViewRoot createView(FacesContext context, String viewId) {
    UIViewRoot root = super.createView(context, viewId);
    Addresses addresses = CDI.current().select(Addresses.class).get();
    if (viewId.startsWith("/errors/") || Addresses.isOpen(addresses.pretty(viewId))) {
      root.setTransient(true);
      PrimeFacesContext.getCspState(context).setInitialized(true);
    }
    return root;
  }

  /** The form of a page posts to the very address that shows it, parameters included. */
  @Override
  public String getActionURL(FacesContext context, String viewId) {
    String written = super.getActionURL(context, viewId);
    if (context.getAttributes().containsKey(PLAIN)) {
      return written;
    }
    ExternalContext external = context.getExternalContext();
    Map<String, Object> request = external.getRequestMap();
    Object path = request.get(RequestDispatcher.FORWARD_REQUEST_URI);
    UIViewRoot root = context.getViewRoot();
    if (root != null && viewId.equals(root.getViewId()) && path != null) {
      Object query = request.get(RequestDispatcher.FORWARD_QUERY_STRING);
      return query == null ? path.toString() : path + "?" + query;
    }
    return pretty(external, written);
  }

  @Override
  public String getBookmarkableURL(
      FacesContext context, String viewId, Map<String, List<String>> parameters, boolean include) {
    context.getAttributes().put(PLAIN, true);
    try {
      return pretty(
          context.getExternalContext(),
          super.getBookmarkableURL(context, viewId, parameters, include));
    } finally {
      context.getAttributes().remove(PLAIN);
    }
  }

  @Override
  public String getRedirectURL(
      FacesContext context, String viewId, Map<String, List<String>> parameters, boolean include) {
    context.getAttributes().put(PLAIN, true);
    try {
      return pretty(
          context.getExternalContext(), super.getRedirectURL(context, viewId, parameters, include));
    } finally {
      context.getAttributes().remove(PLAIN);
    }
  }

  private static String pretty(ExternalContext external, String written) {
    String root = external.getRequestContextPath();
    if (!written.startsWith(root + "/")) {
      return written;
    }
    Addresses addresses = CDI.current().select(Addresses.class).get();
    return root + addresses.pretty(written.substring(root.length()));
  }
}
