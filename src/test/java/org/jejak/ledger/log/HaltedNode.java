package org.jejak.ledger.log;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A node in a process of its own, which halts at a given step as a machine without power does. */
final class HaltedNode {
  static final int CODE = 86;

  private HaltedNode() {}

  /**
   * Runs it to its end.
   *
   * @param step where it halts: how the step begins
   * @return {@link #CODE} if it came to that step
   */
  static int run(Node.Place place, String step) throws Exception {
    PGSimpleDataSource source = (PGSimpleDataSource) place.sequencer();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            HaltedNode.class.getName(),
            source.getUrl(),
            source.getUser(),
            place.name(),
            place.keys().toString(),
            place.publication().toString(),
            step);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("PASSWORD", source.getPassword());
    return builder.start().waitFor();
  }

  private static String classPath() {
    // Surefire's own class path is a jar that names the real one.
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .replace(';', File.pathSeparatorChar);
  }

  public static void main(String[] arguments) throws Exception {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(arguments[0]);
    source.setUser(arguments[1]);
    source.setPassword(System.getenv("PASSWORD"));
    Node.Place place =
        new Node.Place(
            source, arguments[2], Path.of(arguments[3]), Path.of(arguments[4]), Clock.systemUTC());
    String halt = arguments[5];
    Node node =
        new Node(
            place,
            step -> {
              if (step.startsWith(halt)) {
                Runtime.getRuntime().halt(CODE);
              }
            });
    node.work();
    node.publish();
  }
}
