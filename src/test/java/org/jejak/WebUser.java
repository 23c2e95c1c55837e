package org.jejak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the demo agency with a browser that has no script, for tests without Chromium. */
public final class WebUser {
  private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

  private final TheServer server;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private WebUser(TheServer server) {
    this.server = server;
  }

  /** Signed in. */
  public static WebUser of(TheServer server, String username)
      throws IOException, InterruptedException {
    WebUser user = new WebUser(server);
    HttpResponse<byte[]> entered = user.signIn(username, "jejak-demo");
    assertThat(entered.statusCode()).as("sign-in of %s", username).isIn(302, 303);
    return user;
  }

  /** Not signed in. */
  public static WebUser stranger(TheServer server) {
    return new WebUser(server);
  }

  public HttpResponse<byte[]> signIn(String username, String password)
      throws IOException, InterruptedException {
    return fill(
        "/sign-in",
        "sign-in-form",
        Map.of("username", username, "password", password, "enter", "x"));
  }

  public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)));
  }

  /** Asks for the page once more, as its script does when the reader prints it. */
  public HttpResponse<byte[]> print(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)).header("Purpose", "print"));
  }

  /** Opens the page and sends its form, with what is in it already and these fields. */
  public HttpResponse<byte[]> fill(String page, String form, Map<String, String> fields)
      throws IOException, InterruptedException {
    String html = text(get(page));
    Matcher found =
        Pattern.compile("<form[^>]*id=\"" + form + "\".*?</form>", Pattern.DOTALL).matcher(html);
    assertThat(found.find()).as("%s has the form %s", page, form).isTrue();
    Map<String, String> all = new LinkedHashMap<>(Map.of(form, form));
    Matcher input = INPUT.matcher(found.group());
    while (input.find()) {
      String tag = input.group();
      if (!attribute(tag, "name").isEmpty() && !tag.contains("type=\"radio\"")) {
        all.put(attribute(tag, "name"), attribute(tag, "value"));
      }
    }
    all.putAll(fields);
    String body =
        all.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(at(attribute(found.group(), "action").replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The answer as text. */
  public static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private URI at(String path) {
    return server.address().resolve(path);
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1) : "";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
