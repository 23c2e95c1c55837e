package org.jejak.tlog.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * A log where it is published.
 *
 * @param token of an auditor, for the entries themselves; may be empty
 */
public record LogAddress(HttpClient client, URI log, String token) implements LogFiles {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * @param log with or without a slash at its end
   */
  public LogAddress(URI log, String token) {
    this(
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build(),
        log.toString().endsWith("/") ? log : URI.create(log + "/"),
        token);
  }

  /** What is at the address itself, where it is no log. */
  public Optional<byte[]> itself(int most) throws IOException {
    String address = log.toString();
    return read(address.substring(0, address.length() - 1), most);
  }

  @Override
  public Optional<byte[]> read(String path, int most) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(log.resolve(path)).timeout(PATIENCE);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return switch (response.statusCode()) {
          case 200 -> Optional.of(body.readNBytes(most + 1));
          case 404, 410 -> Optional.empty();
          case 401, 403 -> throw new NotAllowed(path);
          default ->
              throw new IOException(request.build().uri() + " answers " + response.statusCode());
        };
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
