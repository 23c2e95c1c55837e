package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.jejak.TheServer;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that somebody else runs: waited for, survived, never replaced. */
class ExternalDatabaseIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  @SuppressWarnings("try") // closed in the middle on purpose
  void aDatabaseThatIsDownIsWaitedForBehindAMaintenancePage() throws Exception {
    Path data = Premises.cleared(Path.of("target/it/external").toAbsolutePath());
    Path elsewhere = Premises.cleared(Path.of("target/it/elsewhere").toAbsolutePath());
    int port = TheServer.freePort();
    int databasePort = TheServer.freePort();
    Map<String, String> agency =
        Map.of(
            "JEJAK_DB_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/agency",
            "JEJAK_DB_USER", "clerk",
            "JEJAK_DB_PASSWORD", "clerk's own");
    try (DataFolder folder = DataFolder.take(elsewhere);
        EmbeddedDatabase database = elsewhere(folder, databasePort);
        LauncherProcess launcher = LauncherProcess.start(data, port, agency)) {
      HttpResponse<String> early = await(port, 503);
      assertThat(early.headers().firstValue("Retry-After")).isPresent();
      assertThat(early.body()).contains("Jejak sedang disiapkan");

      makeAgency(database.await());
      launcher.awaitReady(PATIENCE);
      assertThat(data.resolve("pg")).doesNotExist();

      database.close();
      await(port, 503);
      database.await();
      await(port, 200);
      assertThat(data.resolve("pg")).doesNotExist();
      launcher.close();
      isNoPlaceForTheDemo(agency);
    }
  }

  private static void isNoPlaceForTheDemo(Map<String, String> agency) throws Exception {
    Path data = Premises.cleared(Path.of("target/it/external-demo").toAbsolutePath());
    try (LauncherProcess demo =
        LauncherProcess.start(data, TheServer.freePort(), agency, "--demo")) {
      assertThat(demo.exitCode(PATIENCE)).isEqualTo(1);
      assertThat(demo.said()).contains("give the demo an empty database");
    }
  }

  private static EmbeddedDatabase elsewhere(DataFolder folder, int port) throws IOException {
    Folders.writePrivate(folder.file("pg.port"), port + "\n");
    return new EmbeddedDatabase(
        folder,
        PostgresBinaries.unpacked(new Home(Path.of("").toAbsolutePath()).server()),
        OrdinaryUser.of(""),
        new Secrets(folder.secrets()));
  }

  /** What an administrator prepares: an owner who may create roles, and no more. */
  private static void makeAgency(Target target) throws SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create role clerk login createrole password 'clerk''s own'");
      statement.execute("create database agency owner clerk");
    }
  }

  private static HttpResponse<String> await(int port, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(30))
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == status) {
          return answer;
        }
      } catch (IOException e) {
        Thread.sleep(100); // nobody listens at this moment
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no answer " + status + " from /health/ready");
  }
}
