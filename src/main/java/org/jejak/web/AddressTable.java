package org.jejak.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.TreeSet;

/** Holds the addresses of the pages that this application has, once the listener has looked. */
@ApplicationScoped
public class AddressTable {
  private volatile Addresses addresses = new Addresses(Set.of());

  // A servlet context can be injected only while a request is served.
  void begin(ServletContext context) {
    Set<String> views = new TreeSet<>();
    collect(context, "/", views);
    addresses = new Addresses(views);
  }

  @Produces
  public Addresses addresses() {
    return addresses;
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
