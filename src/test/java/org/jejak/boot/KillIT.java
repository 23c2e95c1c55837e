package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jejak.TheServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code kill -9} of the launcher, the application, the database and of all leaves behind. */
class KillIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path data = Path.of("target/it/kill").toAbsolutePath();
  private int port;

  /** A test that failed half way leaves nothing running. */
  @AfterEach
  void clear() throws IOException {
    Premises.cleared(data);
  }

  @Test
  void whoeverIsKilledTheNextStartServesTheSameDataWithOneOfEach() throws Exception {
    Premises.cleared(data);
    port = TheServer.freePort();
    LauncherProcess first = start();
    try (LauncherProcess second = LauncherProcess.start(data, port + 1, Map.of())) {
      assertThat(second.exitCode(PATIENCE)).isEqualTo(1);
      assertThat(second.said()).contains("already runs on " + data);
    }
    write(1);

    kill(remembered("postgres"));
    awaitReady();
    write(2);

    kill(remembered("application"));
    awaitReady();
    oneOfEach();
    write(3);

    kill(first.launcher());
    oneOfEach(); // left alone, they go on serving
    write(4);
    LauncherProcess next = start();
    oneOfEach();
    write(5);

    List<ProcessHandle> all =
        List.of(next.launcher(), remembered("application"), remembered("postgres"));
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      process.onExit().get();
    }
    try (LauncherProcess last = start()) {
      oneOfEach();
      write(6);
      assertThat(rows()).isEqualTo(6);
      assertThat(last.launcher().isAlive()).isTrue();
    }
    assertThat(processes("-Djejak.application=" + data)).isEmpty();
    assertThat(processes("-D " + data.resolve("pg"))).isEmpty();
  }

  private LauncherProcess start() throws IOException, InterruptedException {
    LauncherProcess launcher = LauncherProcess.start(data, port, Map.of());
    launcher.awaitReady(PATIENCE);
    return launcher;
  }

  private void oneOfEach() {
    assertThat(processes("-Djejak.application=" + data)).hasSize(1);
    assertThat(processes("-D " + data.resolve("pg"))).hasSize(1);
  }

  private static List<ProcessHandle> processes(String sign) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(sign))
        .toList();
  }

  private ProcessHandle remembered(String name) throws IOException {
    String pid = Files.readAllLines(data.resolve(name + ".pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get();
  }

  private void awaitReady() throws InterruptedException {
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(20))
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answersOk(ready)) {
      assertThat(System.nanoTime()).as("ready again").isLessThan(end);
      Thread.sleep(200);
    }
  }

  private static boolean answersOk(HttpRequest request) throws InterruptedException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // nobody listens at this moment
    }
  }

  private void write(int n) throws SQLException {
    try (Connection connection = Premises.superuser(data);
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (n int primary key)");
      statement.execute("insert into kept values (" + n + ")");
    }
  }

  private int rows() throws SQLException {
    try (Connection connection = Premises.superuser(data);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from kept")) {
      row.next();
      return row.getInt(1);
    }
  }
}
