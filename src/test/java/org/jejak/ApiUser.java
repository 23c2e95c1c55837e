package org.jejak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody of the demo agency who calls the REST interface with a token of their own. */
public final class ApiUser {
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private final TheServer server;
  private final String token;

  private ApiUser(TheServer server, String token) {
    this.server = server;
    this.token = token;
  }

  public static ApiUser of(TheServer server, String username)
      throws IOException, InterruptedException {
    String token = TOKENS.get(username);
    if (token == null) {
      String body = "{\"username\":\"%s\",\"password\":\"jejak-demo\"}".formatted(username);
      var request =
          HttpRequest.newBuilder(server.address().resolve("api/v1/tokens"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      HttpResponse<String> answer = server.send(request);
      for (int tries = 0; answer.statusCode() == 429 && tries < 10; tries++) {
        Thread.sleep(1000);
        answer = server.send(request);
      }
      token = json(answer).getString("token");
      TOKENS.put(username, token);
    }
    return new ApiUser(server, token);
  }

  /** Asks for a path below {@code /api/v1/}. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return server.send(request(path).GET());
  }

  /** Sends a body with a fresh {@code Idempotency-Key}. */
  public HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return post(path, body, UUID.randomUUID().toString());
  }

  public HttpResponse<String> post(String path, String body, String key)
      throws IOException, InterruptedException {
    return server.send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .header("Prefer", "wait=5")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.address().resolve("api/v1/" + path))
        .header("Accept-Language", "id")
        .header("Authorization", "Bearer " + token);
  }

  /** The body of an answer. */
  public static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
