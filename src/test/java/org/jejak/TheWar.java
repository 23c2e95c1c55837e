package org.jejak;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jejak.boot.TheDatabase;

/** The built WAR with a test in it, for a container test's {@code @Deployment}. */
public final class TheWar {
  private static final String DOOR =
      """
      <filter>
        <filter-name>Arquillian</filter-name>
        <filter-class>%s</filter-class>
      </filter>
      <filter-mapping>
        <filter-name>Arquillian</filter-name>
        <url-pattern>%s</url-pattern>
      </filter-mapping>
      """
          .formatted(ArquillianDoor.class.getName(), ArquillianDoor.RUNNER);

  private TheWar() {}

  /**
   * The WAR as Maven packed it, with these classes and what is nested in them; starts the database
   * first, since the server opens it while it deploys.
   */
  public static WebArchive with(Class<?>... tests) {
    TheDatabase.start();
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(new File("target/jejak.war"))
        .as(WebArchive.class)
        .addClass(ArquillianDoor.class)
        .addClasses(tests)
        .addAsLibraries(jarOf(Assertions.class))
        .setWebXML(new StringAsset(descriptor()));
  }

  /** The door comes first, before the filters that guard the pages. */
  private static String descriptor() {
    try {
      String descriptor = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
      int first = descriptor.indexOf("<filter-mapping>");
      return descriptor.substring(0, first) + DOOR + descriptor.substring(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
