package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
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
  private static final int REPORTS = 200;

  /** So many reports from one machine are no flood here. */
  private static final Map<String, String> NOT_COUNTED =
      Map.of("JEJAK_INTAKE_LOOPBACK_EXEMPT", "true");

  private static final String RECEIVED =
      "select count(*) from ledger_entry"
          + " where convert_from(bytes, 'UTF8')::jsonb ->> 'act' = 'report.received/1'%s";
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
    killAll(all);
    try (LauncherProcess last = start()) {
      oneOfEach();
      write(6);
      assertThat(number("select count(*) from kept")).isEqualTo(6);
      assertThat(last.launcher().isAlive()).isTrue();
    }
    assertThat(processes("-Djejak.application=" + data)).isEmpty();
    assertThat(processes("-D " + data.resolve("pg"))).isEmpty();
  }

  @Test
  void whatWasAcknowledgedBeforeAllWereKilledIsThereOnceAndNothingTwice() throws Exception {
    Premises.cleared(data);
    port = TheServer.freePort();
    LauncherProcess first = start();
    Filings filings = new Filings(port, REPORTS);
    List<ProcessHandle> all =
        List.of(first.launcher(), remembered("application"), remembered("postgres"));
    filings.send(REPORTS / 4, () -> killAll(all));
    Map<String, JsonObject> before = filings.acknowledged();
    assertThat(before).hasSizeBetween(REPORTS / 4, REPORTS - 1);

    try (LauncherProcess next = start()) {
      awaitReady();
      for (JsonObject answer : before.values()) {
        kept(answer);
      }
      filings.send(0, () -> {});
      assertThat(filings.acknowledged()).hasSize(REPORTS).containsAllEntriesOf(before);
      assertThat(number("select count(*) from report")).isEqualTo(REPORTS);
      assertThat(number("select count(distinct reference) from report")).isEqualTo(REPORTS);
      assertThat(number(RECEIVED.formatted(""))).isEqualTo(REPORTS);
      assertThat(next.launcher().isAlive()).isTrue();
    }
  }

  /** As a row, as an entry, and with a receipt that anybody can check. */
  private void kept(JsonObject answer) throws Exception {
    String reference = answer.getString("reference");
    String one = "'" + reference + "'";
    assertThat(number("select count(*) from report where reference = " + one)).isOne();
    String its = " and case_ref = (select handle from report where reference = " + one + ")";
    assertThat(number(RECEIVED.formatted(its))).as("entries of " + reference).isOne();
    String receipt = answer.getJsonObject("receipt").getString("url");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!get(receipt).body().contains("Asli")) {
      assertThat(System.nanoTime()).as(reference + " is in the log").isLessThan(end);
      Thread.sleep(200);
    }
  }

  private static void killAll(List<ProcessHandle> all) throws Exception {
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      process.onExit().get();
    }
  }

  private LauncherProcess start() throws IOException, InterruptedException {
    LauncherProcess launcher = LauncherProcess.start(data, port, NOT_COUNTED);
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

  private long number(String query) throws SQLException {
    try (Connection connection = Premises.superuser(data);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return CLIENT.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
