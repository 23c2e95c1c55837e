package org.jejak.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How PostgreSQL is started, which refuses to run as root: plainly by an ordinary user; for root in
 * a user namespace of its own, where it is nobody; and where that is forbidden, as in many
 * containers, under another user id, which then owns the cluster.
 */
enum OrdinaryUser {
  PLAIN(""),
  NAMESPACE("unshare -U"),
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

  private static final int NOBODY_ID = 65_534;
  private static final int SECONDS_TO_TRY = 10;

  private final String prefix;

  OrdinaryUser(String prefix) {
    this.prefix = prefix;
  }

  /**
   * The first way this machine allows.
   *
   * @param wanted the way to take without trying others, empty to try all; a setting for tests
   */
  static OrdinaryUser of(String wanted) {
    if (!wanted.isEmpty()) {
      return valueOf(wanted);
    }
    if (!isRoot()) {
      return PLAIN;
    }
    return Stream.of(NAMESPACE, NOBODY)
        .filter(OrdinaryUser::works)
        .findFirst()
        .orElseThrow(
            () ->
                new Trouble(
                    "PostgreSQL does not run as root, and this machine allows neither unshare nor"
                        + " setpriv: start Jejak as an ordinary user, or name a database in"
                        + " JEJAK_DB_URL."));
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"))
        && !System.getProperty("os.name").startsWith("Windows");
  }

  /** Whether this machine lets a program start this way. */
  boolean works() {
    try {
      Process trial =
          new ProcessBuilder(command("true"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return trial.waitFor(SECONDS_TO_TRY, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException e) {
      return false; // the program is not there: the next way is tried
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The command, run the way this is. */
  List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    if (!prefix.isEmpty()) {
      command.addAll(List.of(prefix.split(" ")));
    }
    command.addAll(List.of(words));
    return command;
  }

  /** Gives a file to whoever will read it. */
  void give(Path path) throws IOException, InterruptedException {
    if (this == NOBODY) {
      mustRun(List.of("chown", "-R", NOBODY_ID + ":" + NOBODY_ID, path.toString()));
    }
  }

  /**
   * Gives the cluster's folder to whoever will run it.
   *
   * @throws Trouble when that user cannot reach a folder it needs
   */
  void own(Path cluster, Path programs) throws IOException, InterruptedException {
    if (this != NOBODY) {
      return;
    }
    Path data = cluster.getParent();
    mustRun(List.of("chmod", "a+x", data.toString()));
    give(cluster);
    for (Path needed : List.of(cluster, programs)) {
      if (!run(command("test", "-x", needed.toString()))) {
        throw new Trouble(
            "PostgreSQL does not run as root, and the ordinary user it runs as instead cannot reach"
                + " %s: put it where everyone may pass, or name a database in JEJAK_DB_URL."
                    .formatted(needed));
      }
    }
  }

  private static void mustRun(List<String> command) throws IOException, InterruptedException {
    if (!run(command)) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  private static boolean run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}
