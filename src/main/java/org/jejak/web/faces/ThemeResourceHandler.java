package org.jejak.web.faces;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Serves {@code primefaces-jejak:theme.css}, which is made once from saga-blue. */
public class ThemeResourceHandler extends ResourceHandlerWrapper {
  private static final String LIBRARY = "primefaces-jejak";
  private static final String SOURCE = "primefaces-saga-blue";
  private static final String NAME = "theme.css";

  private volatile byte[] dressed;

  public ThemeResourceHandler(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name, String library) {
    return createResource(name, library, "text/css");
  }

  @Override
  public Resource createResource(String name, String library, String type) {
    if (!NAME.equals(name) || !LIBRARY.equals(library)) {
      return type == null || type.equals("text/css") && !name.endsWith(".css")
          ? super.createResource(name, library)
          : super.createResource(name, library, type);
    }
    return new Dressed(super.createResource(NAME, SOURCE));
  }

  @Override
  public boolean libraryExists(String library) {
    return LIBRARY.equals(library) || super.libraryExists(library);
  }

  private byte[] css(Resource source) throws IOException {
    byte[] made = dressed;
    if (made == null) {
      try (InputStream stream = source.getInputStream()) {
        String css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        made = new Theme().dress(css).getBytes(StandardCharsets.UTF_8);
        dressed = made;
      }
    }
    return made;
  }

  private final class Dressed extends ResourceWrapper {
    Dressed(Resource source) {
      super(source);
    }

    @Override
    public String getLibraryName() {
      return LIBRARY;
    }

    @Override
    public String getContentType() {
      return "text/css";
    }

    @Override
    public String getRequestPath() {
      return getWrapped().getRequestPath().replace(SOURCE, LIBRARY);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new ByteArrayInputStream(css(getWrapped()));
    }
  }
}
