package org.jejak.tlog.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jejak.tlog.VerifierKey;

/**
 * The command line of {@code scripts/witness}.
 *
 * @param name of the witness, for its first start; {@code null} where the key says it
 * @param logs the keys of the logs to watch
 */
record WitnessOptions(
    boolean help, String address, int port, Path state, String name, List<VerifierKey> logs) {
  static final String USAGE =
      """
      scripts/witness --name NAME --log KEY... [--port N] [--address IP] [--state DIR]

      Runs a witness: it remembers the newest checkpoint of each log and cosigns a newer one only
      when that is proven to continue it (C2SP tlog-witness). Let another agency run it.

        --name NAME   who this is, an address without scheme; needed at the first start, when the
                      witness makes its key, and checked later
        --log KEY     the verifier key of a log to watch, or a file with one a line; may be given
                      again. An agency's is at its /log/keys
        --port N      the port to listen on (default 8099)
        --address IP  the address to listen on (default 127.0.0.1: this machine only; put a
                      web server with TLS before it)
        --state DIR   its memory and its key (default witness/). A witness that has lost its
                      memory must not go on under its old key

      It prints its own key (cosignature/v1) for the agency's jejak.ledger.witnesses. Without
      --log it only does that.
      """;

  static WitnessOptions parse(String... arguments) throws Misuse, IOException {
    String address = "127.0.0.1";
    int port = 8099;
    Path state = Path.of("witness");
    String name = null;
    List<VerifierKey> logs = new ArrayList<>();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (option.equals("--help") || option.equals("-h")) {
        return new WitnessOptions(true, address, port, state, null, logs);
      }
      if (rest.isEmpty()) {
        throw new Misuse("what is " + option + "? See scripts/witness --help");
      }
      String value = rest.pop();
      switch (option) {
        case "--name" -> name = value;
        case "--log" -> logs.addAll(VerifyOptions.keys(VerifyOptions.named(value)).logs());
        case "--port" -> port = port(value);
        case "--address" -> address = value;
        case "--state" -> state = Path.of(value);
        default -> throw new Misuse("what is " + option + "? See scripts/witness --help");
      }
    }
    return new WitnessOptions(false, address, port, state, name, logs);
  }

  private static int port(String value) throws Misuse {
    int port = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : -1;
    if (port < 0 || port > 65_535) {
      throw new Misuse(value + " is no port");
    }
    return port;
  }
}
