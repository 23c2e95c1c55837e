package org.jejak.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.TheServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search as people meet it: what is found, when, by whom, and what nobody learns by asking. */
class SearchIT {
  private static final Map<String, String> TOKENS = new HashMap<>();

  private final TheServer server = TheServer.demo();

  @Test
  void whatIsFiledIsFoundSoonWithItsWordsMarked() throws Exception {
    String word = word();
    file("Bendahara memungut %s dari para pemohon".formatted(word), null);
    JsonObject found = awaitFound("investigator", word);
    JsonObject hit = found.getJsonArray("hits").getJsonObject(0);
    assertThat(hit.getString("kind")).isEqualTo("report");
    assertThat(hit.getString("number")).matches("[0-9]{4}-[0-9A-Z]{6}");
    int from = hit.getJsonArray("marks").getJsonArray(0).getInt(0);
    int to = hit.getJsonArray("marks").getJsonArray(0).getInt(1);
    assertThat(hit.getString("snippet").substring(from, to)).isEqualTo(word);
    assertThat(ask("investigator", "pungutan " + word).getInt("total")).as("by its stem").isOne();
    assertThat(ask("investigator", hit.getString("number")).getInt("total")).isPositive();
  }

  @Test
  void whoIsNamedLearnsNothingThatASearchForNothingWouldNotTell() throws Exception {
    String word = word();
    String absent = word();
    file("Uang %s diterima".formatted(word), nipOf("investigator"));
    assertThat(awaitFound("investigator2", word).getInt("total")).isOne();

    assertThat(raw("investigator", word, "").body())
        .as("totals, facets, hits: the same bytes as for a word that nowhere stands")
        .isEqualTo(raw("investigator", absent, "").body());
    String beginning = word.substring(0, 8) + "*";
    assertThat(ask("investigator", beginning).getInt("total")).isZero();
    assertThat(ask("investigator", "uang | " + word).toString())
        .isEqualTo(ask("investigator", "uang | " + absent).toString());
  }

  @Test
  void whoHasNoBusinessWithReportsFindsNone() throws Exception {
    String word = word();
    file("Kabar tentang " + word, null);
    awaitFound("investigator", word);
    assertThat(ask("asn", word).getInt("total")).isZero();
    assertThat(ask("asn", word).getJsonObject("facets").getJsonObject("kind")).isEmpty();
  }

  @Test
  void theTimeTellsNothing() throws Exception {
    String word = word();
    String absent = word();
    file("Jam tangan " + word, nipOf("investigator"));
    awaitFound("investigator2", word);
    long[] hidden = new long[60];
    long[] nothing = new long[60];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = timed("investigator", word);
      nothing[i] = timed("investigator", absent);
    }
    Arrays.sort(hidden);
    Arrays.sort(nothing);
    double ratio = (double) hidden[hidden.length / 2] / nothing[nothing.length / 2];
    assertThat(ratio).isBetween(0.5, 2.0);
  }

  @Test
  void aDeletedIndexMakesItselfAnew() throws Exception {
    String word = word();
    file("Sebelum terhapus " + word, null);
    awaitFound("investigator", word);
    Path folder = server.data().resolve("search");
    List<Path> before = indexes(folder);
    for (Path index : before) {
      removeTree(index);
    }
    await(() -> indexes(folder).size() == 1 && !indexes(folder).equals(before));
    assertThat(awaitFound("investigator", word).getInt("total")).isOne();
    String later = word();
    file("Sesudah terhapus " + later, null);
    assertThat(awaitFound("investigator", later).getInt("total")).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a",
        "/(a+)+$/",
        "title:[a TO z]",
        "((((((((((((((((((((((((((((((((((((((",
        "\\\"",
        "a OR b AND NOT",
        "\\u200b\\u202e",
        "' or 1=1; --",
        "<script>alert(1)</script>",
        "a | b | c | d | e | f | g | h | i | j | k | l | m | n | o | p | q | r"
      })
  void hostileWordsGetAnAnswer(String words) throws Exception {
    HttpResponse<String> answer = raw("investigator", words, "");
    assertThat(answer.statusCode()).isIn(200, 422);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.apache");
  }

  @Test
  void whatCannotBeIsRefusedWithItsCode() throws Exception {
    assertThat(code(raw("investigator", "a".repeat(5000), ""))).isEqualTo("search.too-long");
    assertThat(code(raw("investigator", " ", ""))).isEqualTo("search.empty");
    assertThat(code(raw("investigator", "uang", ",\"kind\":\"x\""))).isEqualTo("search.kind");
    assertThat(code(raw("investigator", "uang", ",\"size\":500"))).isEqualTo("search.page");
    assertThat(code(raw("investigator", "uang", ",\"page\":99,\"size\":200")))
        .isEqualTo("search.too-deep");
    assertThat(code(raw("investigator", "uang", ",\"from\":\"2026-02-03\",\"to\":\"2026-02-02\"")))
        .isEqualTo("search.order");
    HttpResponse<String> unsigned = server.send(request("search", "{\"q\":\"uang\"}", null));
    assertThat(unsigned.statusCode()).isEqualTo(401);
  }

  @Test
  void theFolderIsOursAlone() throws Exception {
    for (Path index : indexes(server.data().resolve("search"))) {
      assertThat(Files.getPosixFilePermissions(index)).hasSize(3);
    }
  }

  @Test
  void thePageMarksWordsAndKeepsThemOutOfTheAddress() throws Exception {
    String word = word();
    file("Uang %s <script>alert(1)</script> diterima".formatted(word), null);
    awaitFound("investigator", word);
    String cookies = signIn("investigator");

    HttpResponse<String> begun = form("search", "q=uang+" + word, cookies);
    String results = begun.headers().firstValue("Location").orElseThrow();
    assertThat(begun.statusCode()).isBetween(302, 303);
    assertThat(results).contains("/search?s=").doesNotContain(word).doesNotContain("uang");

    HttpResponse<String> page =
        server.send(
            HttpRequest.newBuilder(server.address().resolve(results)).header("Cookie", cookies));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<mark>" + word + "</mark>", "&lt;script&gt;")
        .doesNotContain("<script>alert");

    HttpResponse<String> elsewhere =
        server.send(
            HttpRequest.newBuilder(server.address().resolve(results))
                .header("Cookie", signIn("investigator2")));
    assertThat(elsewhere.body()).as("the name opens nothing to others").doesNotContain(word);
  }

  private String signIn(String user) throws Exception {
    HttpResponse<String> answer =
        form(
            "sign-in",
            "sign-in-form=sign-in-form&enter=x&jakarta.faces.ViewState=stateless&username="
                + user
                + "&password=jejak-demo",
            "");
    String cookies =
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    assertThat(cookies).as(answer.statusCode() + " " + answer.body()).isNotEmpty();
    return cookies;
  }

  private HttpResponse<String> form(String path, String body, String cookies) throws Exception {
    String origin = server.address().toString().replaceAll("/$", "");
    return server.send(
        HttpRequest.newBuilder(server.address().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin)
            .header("Cookie", cookies)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String word() {
    String letters = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    return "xqz" + (letters + "abcdefabcdef").substring(0, 12);
  }

  private void file(String allegation, String nip) throws Exception {
    String person = nip == null ? "" : "{\"name\":\"Yang disebut\",\"nip\":\"%s\"}".formatted(nip);
    String body = "{\"allegation\":\"%s\",\"persons\":[%s]}".formatted(allegation, person);
    HttpResponse<String> answer =
        server.send(
            request("reports", body, null).header("Idempotency-Key", UUID.randomUUID().toString()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private String nipOf(String username) throws Exception {
    try (Connection database = server.database();
        PreparedStatement select =
            database.prepareStatement(
                "select p.nip from person p join account a on a.person = p.handle"
                    + " where a.username = ?")) {
      select.setString(1, username);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  private JsonObject awaitFound(String user, String words) throws Exception {
    await(() -> ask(user, words).getInt("total") > 0);
    return ask(user, words);
  }

  /** Something that may still fail while it is not so. */
  private interface Condition {
    boolean isSo() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.isSo()) {
      assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
      Thread.sleep(100);
    }
  }

  private long timed(String user, String words) throws Exception {
    long begin = System.nanoTime();
    assertThat(raw(user, words, "").statusCode()).isEqualTo(200);
    return System.nanoTime() - begin;
  }

  private JsonObject ask(String user, String words) throws Exception {
    HttpResponse<String> answer = raw(user, words, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private HttpResponse<String> raw(String user, String words, String more) throws Exception {
    return server.send(request("search", "{\"q\":\"%s\"%s}".formatted(words, more), token(user)));
  }

  private synchronized String token(String user) throws Exception {
    String known = TOKENS.get(user);
    if (known == null) {
      String body = "{\"username\":\"%s\",\"password\":\"jejak-demo\"}".formatted(user);
      HttpResponse<String> answer = server.send(request("tokens", body, null));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      known = json(answer).getString("token");
      TOKENS.put(user, known);
    }
    return known;
  }

  private HttpRequest.Builder request(String path, String body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve("api/v1/" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static String code(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return json(answer).getString("code");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private static List<Path> indexes(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    }
  }

  private static void removeTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
