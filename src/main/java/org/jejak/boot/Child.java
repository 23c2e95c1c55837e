package org.jejak.boot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A process the launcher started and ends again.
 *
 * <p>It has a session of its own where the system knows {@code setsid}: Ctrl-C in the terminal then
 * reaches the launcher alone, which ends its children in order.
 */
final class Child {
  private final Process process;
  private final PidFile pidFile;

  private Child(Process process, PidFile pidFile) {
    this.process = process;
    this.pidFile = pidFile;
  }

  /**
   * Starts the command with its output going to the end of the log file.
   *
   * @param environment variables added to the launcher's own
   */
  static Child start(
      List<String> command, Map<String, String> environment, Path log, PidFile pidFile) {
    List<String> whole = new ArrayList<>(ownSession());
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().putAll(environment);
    builder.redirectInput(
        new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"));
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process process = builder.start();
      pidFile.remember(process.toHandle());
      return new Child(process, pidFile);
    } catch (IOException e) {
      throw new Trouble("%s cannot be started: %s".formatted(command.get(0), e.getMessage()), e);
    }
  }

  private static List<String> ownSession() {
    for (String setsid : List.of("/usr/bin/setsid", "/bin/setsid")) {
      if (Files.isExecutable(Path.of(setsid))) {
        return List.of(setsid);
      }
    }
    return List.of();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Returns when the process has ended. */
  void await() throws InterruptedException {
    process.waitFor();
  }

  /** Asks the process to end, kills it when the grace is over, and forgets it. */
  void end(Consumer<ProcessHandle> ask, Duration grace) {
    PidFile.end(process.toHandle(), ask, grace);
    pidFile.forget();
  }
}
