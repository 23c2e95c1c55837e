package org.jejak;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jejak.boot.TheDatabase;

/** The built WAR with a test in it, for a container test's {@code @Deployment}. */
public final class TheWar {
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
        .addClasses(tests);
  }
}
