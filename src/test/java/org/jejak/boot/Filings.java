package org.jejak.boot;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jejak.ApiUser;

/** Reports that are filed through REST by eight people at once, each under a key of its own. */
final class Filings {
  private static final int AT_ONCE = 8;

  private final URI reports;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> keys;
  private final Map<String, JsonObject> acknowledged = new ConcurrentHashMap<>();

  Filings(int port, int count) {
    reports = URI.create("http://127.0.0.1:" + port + "/api/v1/reports");
    keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
  }

  /**
   * Sends every report that has no answer yet. Whoever gets none gives up, as people do.
   *
   * @param when how many answers there are when {@code then} is done, while others are on their way
   */
  void send(int when, Step then) throws Exception {
    CountDownLatch enough = new CountDownLatch(when);
    List<String> open = keys.stream().filter(key -> !acknowledged.containsKey(key)).toList();
    try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> all = new ArrayList<>();
      for (String key : open) {
        all.add(people.submit(() -> file(key, enough)));
      }
      enough.await();
      then.run();
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /** Something that is done meanwhile. */
  interface Step {
    void run() throws Exception;
  }

  private void file(String key, CountDownLatch enough) {
    HttpRequest request =
        HttpRequest.newBuilder(reports)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString("{\"allegation\":\"Laporan " + key + "\"}"))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 201) {
        acknowledged.put(key, ApiUser.json(answer));
        enough.countDown();
      }
    } catch (IOException killed) {
      // No answer is an answer too: this report is not acknowledged.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was answered, by key. */
  Map<String, JsonObject> acknowledged() {
    return Map.copyOf(acknowledged);
  }
}
