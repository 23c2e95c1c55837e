package org.jejak.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Jejak that is measured: one of our own on a temporary folder, or one that runs already. */
final class Server implements AutoCloseable {
  private final URI url;
  private final Process process;
  private final Path data;

  private Server(URI url, Process process, Path data) {
    this.url = url;
    this.process = process;
    this.data = data;
  }

  static Server at(String url) {
    return new Server(URI.create(url.endsWith("/") ? url : url + "/"), null, null);
  }

  /** Starts the demo agency and waits until it says that it is ready. */
  static Server start() throws IOException {
    return start(List.of("scripts/run"));
  }

  /** As {@link #start()}, by another command, which understands what {@code scripts/run} does. */
  static Server start(List<String> command) throws IOException {
    Path data = Files.createTempDirectory("jejak-bench");
    int port = freePort();
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of("--demo", "--port", "" + port, "--data", data.toString()));
    Process process =
        new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said = process.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("Jejak is ready")) {
        return new Server(URI.create("http://127.0.0.1:" + port + "/"), process, data);
      }
    }
    throw new IOException("the demo agency did not start");
  }

  URI url() {
    return url;
  }

  /** The folder of a server of our own. */
  Path data() {
    return data;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (process == null) {
      return;
    }
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("the demo agency does not end; its folder is " + data);
    }
    try (Stream<Path> tree = Files.walk(data)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
