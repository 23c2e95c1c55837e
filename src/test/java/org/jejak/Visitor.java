package org.jejak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: keeps cookies, fills forms, follows nothing unless told. */
public final class Visitor {
  private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

  private final TheServer server;
  public final Map<String, String> cookies = new LinkedHashMap<>();
  public final Map<String, String> setCookies = new LinkedHashMap<>();
  private HttpResponse<String> answer;

  public Visitor(TheServer server) {
    this.server = server;
  }

  public static Visitor with(TheServer server, Map<String, String> cookies) {
    Visitor visitor = new Visitor(server);
    visitor.cookies.putAll(cookies);
    return visitor;
  }

  public Visitor get(String path) throws Exception {
    return send(HttpRequest.newBuilder(server.address().resolve(path)));
  }

  public Visitor post(String path, Map<String, String> fields) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(server.address().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Opens the page and sends its form, with what is in it already and these fields. */
  public Visitor fill(String page, String form, Map<String, String> fields) throws Exception {
    return get(page).fillAgain(form, fields);
  }

  /** Sends a form of the page that was answered last. */
  public Visitor fillAgain(String form, Map<String, String> fields) throws Exception {
    Matcher found =
        Pattern.compile("<form id=\"" + form + "\".*?</form>", Pattern.DOTALL)
            .matcher(answer.body());
    assertThat(found.find()).as("the form %s in %s", form, answer).isTrue();
    Map<String, String> all = new LinkedHashMap<>(Map.of(form, form));
    Matcher input = INPUT.matcher(found.group());
    while (input.find()) {
      if (!input.group().contains("type=\"submit\"")
          && !attribute(input.group(), "name").isEmpty()) {
        all.put(attribute(input.group(), "name"), attribute(input.group(), "value"));
      }
    }
    all.putAll(fields);
    return post(attribute(found.group(), "action").replace("&amp;", "&"), all);
  }

  public Visitor signIn(String username, String password) throws Exception {
    return fill(
        "/sign-in",
        "sign-in-form",
        Map.of("username", username, "password", password, "enter", "x"));
  }

  private Visitor send(HttpRequest.Builder request) throws Exception {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    answer = server.send(request);
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String name = cookie.substring(0, cookie.indexOf('='));
      String value = cookie.substring(name.length() + 1).split(";", 2)[0];
      setCookies.put(name, cookie);
      if (value.isEmpty()) {
        cookies.remove(name);
      } else {
        cookies.put(name, value);
      }
    }
    return this;
  }

  public int status() {
    return answer.statusCode();
  }

  public String body() {
    return answer.body();
  }

  public String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** Where the answer leads, without host; empty where it leads nowhere. */
  public String leadsTo() {
    String location = header("Location");
    return location.isEmpty() ? "" : URI.create(location).getPath();
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1) : "";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
