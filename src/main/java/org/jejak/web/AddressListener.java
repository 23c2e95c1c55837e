package org.jejak.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;

/**
 * Looks at start which pages there are.
 *
 * <p>The path of each folder is given to Faces, or the server would answer {@code /cases} with a
 * redirect to {@code /cases/} before any filter is asked.
 */
@WebListener
public class AddressListener implements ServletContextListener {
  /** The name of the servlet of Faces in {@code web.xml}. */
  static final String FACES = "Faces";

  @Inject AddressTable table;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    table.begin(context);
    give(context, "/", context.getServletRegistration(FACES));
  }

  private static void give(ServletContext context, String parent, ServletRegistration faces) {
    for (String path : context.getResourcePaths(parent)) {
      if (path.endsWith("/") && !path.endsWith("-INF/")) {
        faces.addMapping(path.substring(0, path.length() - 1));
        give(context, path, faces);
      }
    }
  }
}
