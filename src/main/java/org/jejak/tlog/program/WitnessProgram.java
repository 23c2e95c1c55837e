package org.jejak.tlog.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.SigningKey;
import org.jejak.tlog.VerifierKey;

/** {@code scripts/witness}: a {@link Witness} behind a small HTTP server. */
public final class WitnessProgram implements AutoCloseable {
  private static final int MOST_BODY = 256 * 1024;
  private static final int THREADS = 4;

  /** Kept, since a lock goes with its channel, and a channel that nobody holds is closed. */
  private static FileChannel alone;

  private final Witness witness;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /**
   * Listens from now on.
   *
   * @param state the folder of the witness's memory
   * @param logs the keys of the logs to watch
   * @param address with port 0 for any
   */
  public WitnessProgram(
      Path state, SigningKey key, List<VerifierKey> logs, Clock clock, InetSocketAddress address)
      throws IOException {
    this.witness = new Witness(state, key, logs, clock);
    server = HttpServer.create(address, 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Runs until it is killed; ends with 1 where it cannot, 2 where the options make no sense. */
  public static void main(String[] arguments) {
    try {
      WitnessOptions options = WitnessOptions.parse(arguments);
      if (options.help()) {
        System.out.print(WitnessOptions.USAGE);
        return;
      }
      SigningKey key = key(options);
      CosignerKey mine = CosignerKey.of(key.verifier());
      if (options.logs().isEmpty()) {
        System.out.println("This witness's key: " + mine);
        System.out.println("Name the logs to watch with --log KEY.");
        return;
      }
      demandAlone(options.state());
      InetSocketAddress address = new InetSocketAddress(options.address(), options.port());
      WitnessProgram program =
          new WitnessProgram(options.state(), key, options.logs(), Clock.systemUTC(), address);
      Runtime.getRuntime().addShutdownHook(new Thread(program::close));
      System.out.println("This witness's key: " + mine);
      System.out.printf("The witness is ready: http://%s:%d/%n", options.address(), program.port());
    } catch (Misuse e) {
      System.err.println("scripts/witness: " + e.getMessage());
      System.exit(2);
    } catch (BindException e) {
      System.err.println("scripts/witness: the port is taken: choose another with --port");
      System.exit(1);
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("scripts/witness: " + e.getMessage());
      System.exit(1);
    }
  }

  private static SigningKey key(WitnessOptions options) throws IOException, Misuse {
    Path file = options.state().resolve("witness.key");
    if (!Files.exists(file)) {
      if (options.name() == null) {
        throw new Misuse(
            "there is no key yet: name this witness with --name, e.g. bpkp.example/jejak");
      }
      SigningKey.generate(options.name()).write(file);
      System.err.println("Made " + file + ": copy it to a safe place off this machine.");
    }
    SigningKey key = SigningKey.read(file);
    if (options.name() != null && !options.name().equals(key.verifier().name())) {
      throw new Misuse(file + " is the key of " + key.verifier().name());
    }
    return key;
  }

  /** Two that share a memory could cosign two stories; the lock goes with the process. */
  private static void demandAlone(Path state) throws IOException {
    alone =
        FileChannel.open(
            state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (alone.tryLock() == null) {
      throw new IOException("another witness works on " + state.toAbsolutePath());
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Witness.Answer answer;
      try {
        answer = route(exchange);
      } catch (IOException e) {
        System.err.println("scripts/witness: " + e.getMessage());
        answer = Witness.Answer.refusal(500, "the witness cannot work");
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Witness.Answer route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    if (path.equals("/add-checkpoint")) {
      return method.equals("POST")
          ? witness.addCheckpoint(body(exchange))
          : Witness.Answer.refusal(405, "add-checkpoint is a POST");
    }
    if (method.equals("GET") && path.matches("/[0-9a-f]{64}/checkpoint")) {
      return witness
          .cosigned(path.substring(1, 65))
          .map(note -> new Witness.Answer(200, Witness.Answer.TEXT, note))
          .orElseGet(() -> Witness.Answer.refusal(404, "nothing was cosigned for this log"));
    }
    return Witness.Answer.refusal(404, "there is /add-checkpoint and /<origin hash>/checkpoint");
  }

  /** The body, or what is no request at all where it is too long or no text. */
  private static String body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
    if (bytes.length > MOST_BODY) {
      return "";
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
