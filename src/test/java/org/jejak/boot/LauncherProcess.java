package org.jejak.boot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real launcher as a process of its own, as {@code scripts/run} starts it. */
public final class LauncherProcess implements AutoCloseable {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Duration TO_END = Duration.ofSeconds(90);

  private final Process process;
  private final Path data;
  private final Path output;

  private LauncherProcess(Process process, Path data, Path output) {
    this.process = process;
    this.data = data;
    this.output = output;
  }

  /**
   * Starts it on that data folder; what it says goes to a file beside the folder.
   *
   * @param environment variables besides our own
   * @param more further options of the command line
   */
  public static LauncherProcess start(
      Path data, int port, Map<String, String> environment, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-Djejak.home=" + HOME, "-cp"));
    command.add(
        HOME.resolve("target/jejak-boot.jar")
            + File.pathSeparator
            + HOME.resolve("target/server/lib")
            + File.separator
            + "*");
    command.add("org.jejak.boot.Main");
    command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    command.addAll(List.of(more));
    Files.createDirectories(data.toAbsolutePath().getParent());
    Path output = data.resolveSibling(data.getFileName() + "-" + port + ".out");
    Files.deleteIfExists(output);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new LauncherProcess(builder.start(), data, output);
  }

  /** Ends a launcher that a killed test run left on this folder, and empties it. */
  static void clear(Path data) throws IOException {
    new PidFile(data.resolve("jejak.lock"), data.toString())
        .orphan()
        .ifPresent(process -> PidFile.end(process, ProcessHandle::destroy, TO_END));
    Folders.delete(data);
  }

  public Path data() {
    return data;
  }

  /** What it has said so far. */
  public String said() throws IOException {
    return Files.readString(output);
  }

  /** Waits for the line with the address. */
  public void awaitReady(Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!said().contains("Jejak is ready: ")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("Jejak did not become ready; it said: " + said());
      }
      Thread.sleep(100);
    }
  }

  /** The exit code, once it has ended by itself. */
  public int exitCode(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the launcher still runs");
    }
    return process.exitValue();
  }

  ProcessHandle launcher() {
    return process.toHandle();
  }

  @Override
  public void close() {
    PidFile.end(process.toHandle(), ProcessHandle::destroy, TO_END);
  }
}
