package org.jejak.boot;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where {@code scripts/run} begins. */
public final class Main {
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Main() {}

  /** Ends with 1 and one sentence when it cannot start or keep running. */
  public static void main(String[] arguments) {
    FLYWAY.setLevel(Level.WARNING);
    Path root = Path.of(System.getProperty("jejak.home", ".")).toAbsolutePath().normalize();
    try {
      Options options = Options.parse(root, arguments);
      if (options.help()) {
        System.out.print(Options.USAGE);
        return;
      }
      run(new Home(root), options, Settings.of(root));
    } catch (Trouble e) {
      Progress.say("Jejak cannot run: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Home home, Options options, Settings settings) {
    DataFolder folder = DataFolder.take(options.data());
    Launcher launcher = new Launcher(home, options, settings, folder);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  main.interrupt();
                  awaitEnd(launcher);
                }));
    try {
      launcher.run();
    } catch (InterruptedException e) {
      Progress.say("Jejak has stopped");
    }
  }

  private static void awaitEnd(Launcher launcher) {
    try {
      launcher.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
