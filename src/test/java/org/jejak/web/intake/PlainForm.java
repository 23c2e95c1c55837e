package org.jejak.web.intake;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.TheServer;

/**
 * A reporter's browser without script: it keeps nothing but the hidden fields of the last page, and
 * it notes every cookie that anybody tries to set.
 */
final class PlainForm {
  /** What a real browser would betray; nothing of it may be found anywhere afterwards. */
  static final String ADDRESS = "203.0.113.77";

  static final String AGENT = "Peramban-Pelapor/7.7";

  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
  private static final Pattern FAULT = Pattern.compile("id=\"errors\".*?</div>", Pattern.DOTALL);

  private final TheServer server;
  private final String path;
  private final List<String> cookies = new ArrayList<>();
  private Map<String, String> sent = Map.of();
  private HttpResponse<String> page;

  PlainForm(TheServer server, String path) throws IOException, InterruptedException {
    this.server = server;
    this.path = path;
    this.page = ask(request(path).GET());
  }

  /** Fills in the page's fields and presses a button. */
  PlainForm press(String act, String... fields) throws IOException, InterruptedException {
    Map<String, String> form = hidden();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    form.put("act", act);
    return send(form);
  }

  /** The same bytes again, as after a second click or a reload. */
  PlainForm pressAgain() throws IOException, InterruptedException {
    return send(sent);
  }

  PlainForm send(Map<String, String> form) throws IOException, InterruptedException {
    sent = form;
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    page =
        ask(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    return this;
  }

  private HttpRequest.Builder request(String where) {
    return HttpRequest.newBuilder(server.address().resolve(where))
        .header("User-Agent", AGENT)
        .header("X-Forwarded-For", ADDRESS)
        .header("X-Real-IP", ADDRESS);
  }

  private HttpResponse<String> ask(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = server.send(request);
    cookies.addAll(answer.headers().allValues("Set-Cookie"));
    return answer;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Map<String, String> hidden() {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = HIDDEN.matcher(body());
    while (input.find()) {
      fields.put(input.group(1), input.group(2));
    }
    return fields;
  }

  int status() {
    return page.statusCode();
  }

  String body() {
    return page.body();
  }

  /** The box on top that names what is wrong; empty where nothing is. */
  String errors() {
    Matcher box = FAULT.matcher(body());
    return box.find() ? box.group() : "";
  }

  /** The one match of this pattern's group. */
  String find(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(body());
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + body());
    }
    return matcher.group(matcher.groupCount());
  }

  List<String> cookies() {
    return cookies;
  }
}
