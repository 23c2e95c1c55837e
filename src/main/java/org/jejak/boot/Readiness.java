package org.jejak.boot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Waits until the application says itself that it can work. */
final class Readiness {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int OK = 200;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final HttpRequest request;
  private final Path progress;
  private final Path logs;
  private String said = "";
  private long changedAt = System.nanoTime();

  /**
   * @param folder may hold {@code demo.progress}: one line that the application keeps while it
   *     fills the demo agency
   */
  Readiness(URI address, DataFolder folder) {
    this.request =
        HttpRequest.newBuilder(address.resolve("/health/ready"))
            .timeout(Duration.ofSeconds(10))
            .build();
    this.progress = folder.file("demo.progress");
    this.logs = folder.logs();
  }

  /**
   * @return whether it is ready; false when the server ended first
   * @throws Trouble when nothing moved for five minutes
   */
  boolean await(Application application) throws InterruptedException {
    while (!application.isGone()) {
      if (isReady()) {
        return true;
      }
      application.mustHaveDeployed();
      showProgress();
      if (System.nanoTime() - changedAt > PATIENCE.toNanos()) {
        throw new Trouble(
            "The application does not become ready; the logs in %s say why.".formatted(logs));
      }
      Thread.sleep(PAUSE);
    }
    return false;
  }

  private boolean isReady() throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false; // nobody listens yet
    }
  }

  private void showProgress() {
    try {
      String line = Files.exists(progress) ? Files.readString(progress).strip() : "";
      if (!line.isEmpty() && !line.equals(said)) {
        Progress.say(line);
        said = line;
        changedAt = System.nanoTime();
      }
    } catch (IOException e) {
      Progress.say("The progress cannot be read: " + e.getMessage());
    }
  }
}
