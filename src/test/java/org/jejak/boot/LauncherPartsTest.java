package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jejak.TheServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherPartsTest {
  @TempDir Path folder;

  @Test
  void whatKeepsDyingIsNotStartedForEver() {
    Restarts restarts = new Restarts();
    long minute = Duration.ofMinutes(1).toNanos();
    for (int n = 0; n < 5; n++) {
      restarts.count(n * minute);
    }
    assertThatThrownBy(() -> restarts.count(5 * minute)).isInstanceOf(Trouble.class);
  }

  @Test
  void deathsThatAreLongAgoDoNotCount() {
    Restarts restarts = new Restarts();
    for (int n = 0; n < 50; n++) {
      restarts.count(n * Duration.ofMinutes(3).toNanos());
    }
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    int port = TheServer.freePort();
    try (MaintenancePage first = MaintenancePage.open("127.0.0.1", port)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> MaintenancePage.open("127.0.0.1", port))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("--port N");
    }
  }

  @Test
  void whoKnocksEarlyIsToldToComeBack() throws Exception {
    int port = TheServer.freePort();
    try (MaintenancePage page = MaintenancePage.open("127.0.0.1", port)) {
      assertThat(page).isNotNull();
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cases")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
      assertThat(answer.body()).contains("Jejak sedang disiapkan");
    }
  }

  @Test
  void aFailedDeploymentIsNoticedAndAnOlderOneIsNot() throws IOException {
    Path file = folder.resolve("server.0.log");
    String failure = "SEVERE Exception while deploying the app [jejak]\n";
    Files.writeString(file, failure);
    ServerLog log = new ServerLog(file);
    log.mustNotTellOfFailure();
    Files.writeString(file, "INFO all is well\nSEVERE Excep", StandardOpenOption.APPEND);
    log.mustNotTellOfFailure();
    Files.writeString(file, "tion while deploying the app [jejak]\n", StandardOpenOption.APPEND);
    assertThatThrownBy(log::mustNotTellOfFailure)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aDatabaseNameThatWouldHaveToBeQuotedIsRefused() {
    assertThat(Roles.of("jejak").app()).isEqualTo("jejak_app");
    for (String name : new String[] {"Jejak", "je\"jak", "je;jak", ""}) {
      assertThatThrownBy(() -> Roles.of(name)).isInstanceOf(Trouble.class);
    }
  }

  @Test
  void onlyAPostgresqlCanBeNamed() {
    assertThatThrownBy(() -> new ExternalDatabase(new Target("jdbc:h2:mem:x", "", "")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("jdbc:postgresql:");
  }
}
