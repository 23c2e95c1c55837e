package org.jejak.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running Jejak and how a program or a browser talks to it. */
final class Site {
  private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern FIELD = Pattern.compile("<(?:input|button)\\b[^>]*>");
  private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
  private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

  private final URI url;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Site(URI url) {
    this.url = url;
  }

  /** A call that changes something. */
  HttpResponse<String> post(String path, String body, String key, int waitSeconds)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        to(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (waitSeconds > 0) {
      request.header("Prefer", "wait=" + waitSeconds);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** A call of somebody who is known, under a key that was never used. */
  HttpResponse<String> act(String path, String body, String token)
      throws IOException, InterruptedException {
    return client.send(
        to(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    return client.send(
        to(path).header("Authorization", "Bearer " + token).GET().build(), BodyHandlers.ofString());
  }

  /** The size of the published checkpoint. */
  long published() throws IOException, InterruptedException {
    HttpResponse<String> checkpoint =
        client.send(to("/log/records/checkpoint").GET().build(), BodyHandlers.ofString());
    return Long.parseLong(checkpoint.body().lines().skip(1).findFirst().orElseThrow());
  }

  /** Waits until the search has read the log to its end. */
  void awaitSearch(String token) throws IOException, InterruptedException {
    while (!ask("/api/v1/search", "{\"q\":\"pungutan\"}", token)
        .body()
        .contains("\"indexIsCurrent\":true")) {
      Thread.sleep(500);
    }
  }

  /** Presses a button of a form as a browser without script does. */
  void press(String path, String form, String button, String cookies)
      throws IOException, InterruptedException {
    String page = page(path, cookies).body();
    int begin = page.indexOf("id=\"" + form + "\"");
    String body = page.substring(begin, page.indexOf("</form>", begin));
    StringBuilder fields = new StringBuilder(encode(form) + "=" + encode(form));
    Matcher field = FIELD.matcher(body);
    while (field.find()) {
      Matcher name = NAME.matcher(field.group());
      Matcher value = VALUE.matcher(field.group());
      if (name.find() && (field.group().contains("hidden") || name.group(1).equals(button))) {
        fields
            .append('&')
            .append(encode(name.group(1)))
            .append('=')
            .append(value.find() ? encode(value.group(1)) : "");
      }
    }
    HttpResponse<String> answer =
        client.send(
            to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", url.toString().replaceAll("/$", ""))
                .header("Cookie", cookies)
                .POST(HttpRequest.BodyPublishers.ofString(fields.toString()))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
  }

  /** A read in a POST, under a token. */
  HttpResponse<String> ask(String path, String body, String token)
      throws IOException, InterruptedException {
    return client.send(
        to(path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> page(String path, String cookies) throws IOException, InterruptedException {
    return client.send(to(path).header("Cookie", cookies).GET().build(), BodyHandlers.ofString());
  }

  String token(String user, String password) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            to("/api/v1/tokens")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password)))
                .build(),
            BodyHandlers.ofString());
    Matcher token = TOKEN.matcher(answer.body());
    if (!token.find()) {
      throw new IOException("no token for " + user + ": " + answer.statusCode());
    }
    return token.group(1);
  }

  /** Signs in by the form and returns the cookies of the session. */
  String signIn(String user, String password) throws IOException, InterruptedException {
    HttpResponse<String> form = client.send(to("/sign-in").GET().build(), BodyHandlers.ofString());
    Map<String, String> cookies = new LinkedHashMap<>();
    take(cookies, form);
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(form.body());
    while (field.find()) {
      Matcher name = NAME.matcher(field.group());
      Matcher value = VALUE.matcher(field.group());
      if (name.find()) {
        fields.put(name.group(1), value.find() ? value.group(1) : "");
      }
    }
    fields.replaceAll(
        (name, value) ->
            name.endsWith("username") ? user : name.endsWith("password") ? password : value);
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) -> body.append('&').append(encode(name)).append('=').append(encode(value)));
    HttpResponse<String> answer =
        client.send(
            to("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", url.toString().replaceAll("/$", ""))
                .header("Cookie", join(cookies))
                .POST(HttpRequest.BodyPublishers.ofString(body.substring(1)))
                .build(),
            BodyHandlers.ofString());
    take(cookies, answer);
    if (page("/home", join(cookies)).statusCode() != 200) {
      throw new IOException("could not sign in as " + user + ": " + answer.statusCode());
    }
    return join(cookies);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(30));
  }

  private static void take(Map<String, String> cookies, HttpResponse<String> answer) {
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
  }

  private static String join(Map<String, String> cookies) {
    StringBuilder joined = new StringBuilder();
    cookies.forEach((name, value) -> joined.append(name).append('=').append(value).append("; "));
    return joined.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
