package org.jejak.boot;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The command line of {@code scripts/run}.
 *
 * @param data the data folder, absolute
 * @param address the address to listen on; loopback unless told otherwise
 */
record Options(boolean help, boolean demo, String address, int port, Path data) {
  static final String USAGE =
      """
      scripts/run [--demo] [--port N] [--data DIR] [--address IP]

      Builds Jejak if needed, starts its database and the application, and prints one line
      "Jejak is ready: http://127.0.0.1:PORT/" when it answers. Ctrl-C stops everything.

        --demo        a fictional agency on a data folder of its own (data-demo/)
        --port N      the port to listen on, 1 to 65535 (default 8080)
        --data DIR    where everything is kept (default data/)
        --address IP  the address to listen on (default 127.0.0.1: this machine only)

      JEJAK_DB_URL, JEJAK_DB_USER and JEJAK_DB_PASSWORD name a PostgreSQL 15 or newer to use
      instead of the embedded one. All settings: config/jejak.properties.
      """;

  /**
   * Reads the command line.
   *
   * @param home the folder of the installation, which holds the default data folders
   * @throws Trouble for an option that is not known or a value that cannot be read
   */
  static Options parse(Path home, String... arguments) {
    boolean help = false;
    boolean demo = false;
    int port = 8080;
    String address = "127.0.0.1";
    Path data = null;
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--help", "-h" -> help = true;
        case "--demo" -> demo = true;
        case "--port" -> port = port(valueOf(option, rest));
        case "--address" -> address = valueOf(option, rest);
        case "--data" -> data = Path.of(valueOf(option, rest));
        default ->
            throw new Trouble("Unknown option " + option + "; scripts/run --help lists all.");
      }
    }
    Path folder = data == null ? home.resolve(demo ? "data-demo" : "data") : data;
    return new Options(help, demo, address, port, folder.toAbsolutePath().normalize());
  }

  /** The application's address as a browser on this machine opens it. */
  URI local() {
    boolean anywhere = "0.0.0.0".equals(address) || "::".equals(address);
    String host = anywhere ? "127.0.0.1" : address.contains(":") ? "[" + address + "]" : address;
    return URI.create("http://%s:%d/".formatted(host, port));
  }

  private static String valueOf(String option, Deque<String> rest) {
    if (rest.isEmpty() || rest.peek().isBlank() || rest.peek().startsWith("--")) {
      throw new Trouble(option + " needs a value; scripts/run --help shows which.");
    }
    return rest.pop();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw notAPort(text, e);
    }
    throw notAPort(text, null);
  }

  private static Trouble notAPort(String text, NumberFormatException cause) {
    return new Trouble("--port needs a number from 1 to 65535, not " + text + ".", cause);
  }
}
