package org.jejak.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.TreeSet;

/** Looks once which page files this application has. */
@ApplicationScoped
public class AddressTable {
  @Produces
  @jakarta.inject.Singleton
  Addresses addresses(ServletContext context) {
    Set<String> views = new TreeSet<>();
    collect(context, "/", views);
    return new Addresses(views);
  }

  private static void collect(ServletContext context, String folder, Set<String> views) {
    for (String path : context.getResourcePaths(folder)) {
      if (path.endsWith("/")) {
        if (!path.endsWith("-INF/")) {
          collect(context, path, views);
        }
      } else if (path.endsWith(".xhtml")) {
        views.add(path);
      }
    }
  }
}
