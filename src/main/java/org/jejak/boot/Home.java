package org.jejak.boot;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the installation: what was built in {@code target}, and {@code config}. */
record Home(Path root) {

  /**
   * @throws Trouble when a part of the build is missing
   */
  Home {
    for (String part : new String[] {"target/jejak/WEB-INF", "target/server/payara-micro.jar"}) {
      if (!Files.exists(root.resolve(part))) {
        throw new Trouble(
            "%s is missing in %s: build with mvn package, or use scripts/run."
                .formatted(part, root));
      }
    }
  }

  /** The unpacked WAR. */
  Path war() {
    return root.resolve("target/jejak");
  }

  Path demoJar() {
    return root.resolve("target/jejak-demo.jar");
  }

  /** The parts that the build copied from elsewhere: Payara Micro and PostgreSQL. */
  Path server() {
    return root.resolve("target/server");
  }

  Path config(String name) {
    return root.resolve("config").resolve(name);
  }
}
