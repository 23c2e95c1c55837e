package org.jejak.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.SampleLog;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.jejak.tlog.program.WitnessProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our side of tlog-witness against witnesses that run, and against some that should not. */
class PanelTest {
  private static final SampleLog LOG = new SampleLog(600);

  @TempDir Path folder;
  private final List<AutoCloseable> running = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  /** Stands still unless a test moves it. */
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");

  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);

  /** A witness and the key it has. */
  private record Seat(SigningKey key, WitnessProgram program) {}

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : running) {
      one.close();
    }
    http.close();
  }

  private Seat witness(String name, SampleLog log) throws IOException {
    return witness(
        SigningKey.generate(name), Files.createDirectories(folder.resolve(name)), log, 0);
  }

  private Seat witness(SigningKey key, Path state, SampleLog log, int port) throws IOException {
    WitnessProgram program =
        new WitnessProgram(
            state,
            key,
            List.of(log.verifier()),
            clock,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    running.add(program);
    return new Seat(key, program);
  }

  /** Answers every POST in the same way, and has no checkpoint to show. */
  private int stub(int status, String body, Duration delay) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/add-checkpoint",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            for (byte each : bytes) { // the head at once, the body in drops
              out.write(each);
              out.flush();
              Thread.sleep(delay);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    running.add(() -> server.stop(0));
    return server.getAddress().getPort();
  }

  private Desk desk(SigningKey key, int port) {
    return new Desk(
        new WitnessClient(
            http,
            clock,
            new WitnessSettings.Witness(
                CosignerKey.of(key.verifier()), URI.create("http://127.0.0.1:" + port + "/"))));
  }

  private Desk desk(Seat seat) {
    return desk(seat.key(), seat.program().port());
  }

  private List<Panel.Line> ask(SampleLog log, int size, Desk... desks) throws Panel.Contradiction {
    return new Panel(List.of(desks), clock)
        .ask(
            log.note(size),
            log.checkpoint(size),
            log.tiles(),
            note -> note.isSignedBy(LOG.verifier()));
  }

  @Test
  void threeWitnessesCosignAGrowingLog() throws Exception {
    Seat first = witness("first", LOG);
    Desk[] desks = {desk(first), desk(witness("second", LOG)), desk(witness("third", LOG))};
    for (int size : new int[] {1, 2, 257, 300, 300, 600}) {
      List<Panel.Line> lines = ask(LOG, size, desks);
      assertThat(lines).as("size %d", size).hasSize(3);
      SignedNote cosigned = LOG.note(size).with(lines.stream().map(Panel.Line::line).toList());
      assertThat(CosignerKey.of(first.key().verifier()).cosigned(cosigned)).contains(now);
    }
    assertThat(desks[0].state().health()).isEqualTo(WitnessState.Health.WELL);
    assertThat(desks[0].state().size()).isEqualTo(600);
  }

  @Test
  void aWitnessThatIsStoppedRestsAndComesBackWhereItWas() throws Exception {
    SigningKey key = SigningKey.generate("witness");
    Seat seat = witness(key, folder, LOG, 0);
    int port = seat.program().port();
    Desk desk = desk(seat);
    assertThat(ask(LOG, 10, desk)).hasSize(1);

    seat.program().close();
    assertThat(ask(LOG, 20, desk)).isEmpty();
    assertThat(desk.state().health()).isEqualTo(WitnessState.Health.SILENT);
    assertThat(desk.isAwake(now)).isFalse();

    witness(key, folder, LOG, port);
    assertThat(ask(LOG, 30, desk)).as("it rests").isEmpty();
    now = now.plusSeconds(2);
    assertThat(ask(LOG, 30, desk)).hasSize(1);
  }

  @Test
  void aNodeThatKnowsNothingLearnsTheSizeFromTheConflict() throws Exception {
    Seat seat = witness("witness", LOG);
    assertThat(ask(LOG, 300, desk(seat))).hasSize(1);
    assertThat(ask(LOG, 600, desk(seat))).hasSize(1); // a desk that begins at 0: 409, then again
  }

  @Test
  void aWitnessAheadOfUsProvesThatAnOlderStateWasRestored() throws Exception {
    Seat seat = witness("witness", LOG);
    assertThat(ask(LOG, 300, desk(seat))).hasSize(1);
    assertThatThrownBy(() -> ask(LOG, 200, desk(seat)))
        .isInstanceOf(Panel.Contradiction.class)
        .hasMessageContaining(
            "ends at 200 entries, but the witness witness holds our checkpoint of 300");
  }

  @Test
  void aForkIsProvenByWhatTheWitnessHolds() throws Exception {
    SampleLog fork = new SampleLog(600, "forked ", LOG.key());
    Seat seat = witness("witness", LOG);
    assertThat(ask(LOG, 300, desk(seat))).hasSize(1);
    assertThatThrownBy(() -> ask(fork, 400, desk(seat)))
        .isInstanceOf(Panel.Contradiction.class)
        .hasMessageContaining("checkpoint of 300 entries with another root");
  }

  @Test
  void aWitnessesWordAloneStopsNothing() throws Exception {
    SigningKey key = SigningKey.generate("liar");
    Desk ahead = desk(key, stub(409, "999999\n", Duration.ZERO));
    Desk never = desk(key, stub(422, "", Duration.ZERO));
    Desk always = desk(key, stub(409, "5\n", Duration.ZERO));
    assertThat(ask(LOG, 10, ahead, never, always)).isEmpty();
    assertThat(ahead.state().health()).isEqualTo(WitnessState.Health.CONTRADICTS);
    assertThat(never.state().health()).isEqualTo(WitnessState.Health.CONTRADICTS);
    assertThat(always.state().health()).isEqualTo(WitnessState.Health.UNREADABLE);
  }

  @Test
  void garbageIsNoCosignature() throws Exception {
    SigningKey key = SigningKey.generate("witness");
    SigningKey other = SigningKey.generate("witness");
    String strangers = CosignerKey.cosign(LOG.checkpoint(10).text(), now, other).toString();
    String stale = CosignerKey.cosign(LOG.checkpoint(9).text(), now, key).toString();
    String ahead =
        CosignerKey.cosign(LOG.checkpoint(10).text(), now.plusSeconds(3600), key).toString();
    for (String body : List.of("", "hello\n", strangers, stale, ahead, "\u2014 witness AAAA\n")) {
      Desk desk = desk(key, stub(200, body, Duration.ZERO));
      assertThat(ask(LOG, 10, desk)).as(body).isEmpty();
      assertThat(desk.state().health()).as(body).isEqualTo(WitnessState.Health.UNREADABLE);
    }
    Desk conflict = desk(key, stub(409, "many\n", Duration.ZERO));
    assertThat(ask(LOG, 10, conflict)).isEmpty();
    assertThat(conflict.state().health()).isEqualTo(WitnessState.Health.UNREADABLE);
    Desk stranger = desk(key, stub(404, "who?\n", Duration.ZERO));
    assertThat(ask(LOG, 10, stranger)).isEmpty();
    assertThat(stranger.state().health()).isEqualTo(WitnessState.Health.REFUSES);

    String good = CosignerKey.cosign(LOG.checkpoint(10).text(), now, key).toString();
    assertThat(ask(LOG, 10, desk(key, stub(200, strangers + good, Duration.ZERO)))).hasSize(1);
  }

  @Test
  void aSlowOrEndlessAnswerIsGivenUpAfterASecond() throws Exception {
    SigningKey key = SigningKey.generate("witness");
    String good = CosignerKey.cosign(LOG.checkpoint(10).text(), now, key).toString();
    Desk slow = desk(key, stub(200, good, Duration.ofMillis(100)));
    Desk endless = desk(key, stub(200, "x".repeat(1_000_000), Duration.ZERO));
    Desk well = desk(witness("well", LOG));
    long began = System.nanoTime();
    assertThat(ask(LOG, 10, slow, endless, well)).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1900));
    assertThat(slow.state().health()).isEqualTo(WitnessState.Health.SILENT);
    assertThat(endless.state().health()).isEqualTo(WitnessState.Health.SILENT);
  }

  /** What the specification says of each answer of a witness, by hand. */
  @Test
  void ourWitnessAnswersAsTheSpecificationSays() throws Exception {
    Seat seat = witness("witness", LOG);
    String ten = LOG.note(10).toString();
    SampleLog stranger = new SampleLog(10);
    assertThat(post(seat, "old 0\n\n" + ten).statusCode()).isEqualTo(200);
    HttpResponse<String> conflict = post(seat, "old 0\n\n" + LOG.note(20));
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body()).isEqualTo("10\n");
    assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    assertThat(post(seat, "old 10\n\n" + LOG.note(20)).statusCode()).isEqualTo(422);
    assertThat(post(seat, "old 10\n\n" + ten).statusCode()).isEqualTo(200);
    assertThat(post(seat, "old 20\n\n" + ten).statusCode()).isEqualTo(400);
    assertThat(post(seat, "old 010\n\n" + ten).statusCode()).isEqualTo(400);
    assertThat(post(seat, "hello").statusCode()).isEqualTo(400);
    assertThat(post(seat, "old 10\n" + "AAAA\n".repeat(64) + "\n" + ten).statusCode())
        .isEqualTo(400);
    assertThat(post(seat, "old 10\n\n" + stranger.note(10)).statusCode()).isEqualTo(403);
    assertThat(
            post(seat, "old 0\n\n" + ten.replace(SampleLog.ORIGIN, "example.org/other"))
                .statusCode())
        .isEqualTo(404);
    SampleLog fork = new SampleLog(10, "forked ", LOG.key());
    assertThat(post(seat, "old 10\n\n" + fork.note(10)).statusCode()).isEqualTo(422);
    assertThat(post(seat, "x".repeat(300_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void aWitnessWithADamagedMemoryDoesNotBeginAnew() throws Exception {
    Seat seat = witness("witness", LOG);
    assertThat(ask(LOG, 10, desk(seat))).hasSize(1);
    try (var files = Files.list(folder.resolve("witness"))) {
      Path memory = files.findFirst().orElseThrow();
      Files.writeString(memory, LOG.note(5).toString());
    }
    assertThat(post(seat, "old 5\n\n" + LOG.note(10)).statusCode()).isEqualTo(500);
  }

  private HttpResponse<String> post(Seat seat, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + seat.program().port() + "/add-checkpoint"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
