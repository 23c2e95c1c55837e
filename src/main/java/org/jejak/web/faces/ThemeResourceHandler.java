package org.jejak.web.faces;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Serves {@code primefaces-jejak:theme.css}, which is made once from saga-blue, and puts a mark of
 * the content into the address of our own files, so that browsers may keep them for a week and
 * still see a new one at once.
 */
public class ThemeResourceHandler extends ResourceHandlerWrapper {
  private static final String LIBRARY = "primefaces-jejak";
  private static final String SOURCE = "primefaces-saga-blue";
  private static final String NAME = "theme.css";
  private static final String OURS = "jejak";

  private final Map<String, String> marks = new ConcurrentHashMap<>();
  private volatile byte[] dressed;

  public ThemeResourceHandler(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name, String library) {
    return createResource(name, library, null);
  }

  @Override
  public Resource createResource(String name, String library, String type) {
    if (NAME.equals(name) && LIBRARY.equals(library)) {
      return dressed();
    }
    Resource found = super.createResource(name, library, type);
    return found != null && OURS.equals(library) ? new Marked(found) : found;
  }

  private Resource dressed() {
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

  private static String mark(Resource resource) {
    CRC32 sum = new CRC32();
    try (InputStream stream = resource.getInputStream()) {
      sum.update(stream.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Long.toHexString(sum.getValue());
  }

  private final class Marked extends ResourceWrapper {
    Marked(Resource source) {
      super(source);
    }

    @Override
    public String getRequestPath() {
      String path = getWrapped().getRequestPath();
      String mark =
          marks.computeIfAbsent(getWrapped().getResourceName(), name -> mark(getWrapped()));
      return path + (path.indexOf('?') < 0 ? "?v=" : "&v=") + mark;
    }
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
