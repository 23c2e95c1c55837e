package org.jejak.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jejak.TheServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every call of REST has in common: tokens, keys, problems, languages, the description. */
class RestIT {
  private static final Map<String, String> TOKENS = new HashMap<>();

  private final TheServer server = TheServer.demo();

  @Test
  void withoutATokenNothingIsTold() throws Exception {
    for (String path : List.of("cases", "cases/2026-7K3QXM", "declarations", "openapi")) {
      HttpResponse<String> answer = server.send(to(path, null));
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(json(answer).getString("code")).isEqualTo("signed-out");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
    HttpResponse<String> invented = server.send(to("cases", "not-a-token"));
    assertThat(invented.statusCode()).isEqualTo(401);
  }

  @Test
  void problemsSpeakTheCallersLanguageAndAreKeptByNobody() throws Exception {
    HttpRequest.Builder missing = to("cases/2026-ZZZZZZ", token("investigator"));
    HttpResponse<String> indonesian = server.send(missing.copy());
    HttpResponse<String> english = server.send(missing.copy().header("Accept-Language", "en-GB"));
    assertThat(json(indonesian).getString("title")).isEqualTo("Tidak ditemukan");
    assertThat(json(english).getString("title")).isEqualTo("Not found");
    for (HttpResponse<String> answer : List.of(indonesian, english)) {
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(json(answer).getString("code")).isEqualTo("unknown");
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
  }

  @Test
  void whatDoesNotExistAndWhatIsNotYoursAreTheSame() throws Exception {
    String number = aCaseOf("investigator");
    HttpResponse<String> foreign = server.send(to("cases/" + number, token("upg")));
    HttpResponse<String> absent = server.send(to("cases/2026-ZZZZZZ", token("upg")));
    HttpResponse<String> nonsense = server.send(to("cases/no-number", token("upg")));
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(absent.body()).isEqualTo(nonsense.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | 400 | body.unreadable",
        "null | 400 | body.unreadable",
        "[] | 400 | body.unreadable",
        "{\"text\":{}} | 400 | body.unreadable",
        "'' | 400 | body.unreadable"
      })
  void whatCannotBeReadIsTheCallersMistake(String body, int status, String code) throws Exception {
    HttpResponse<String> answer =
        note(aCaseOf("investigator"), body == null ? "" : body, UUID.randomUUID().toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).getString("code")).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "cases?page=x, 400, parameter.unreadable",
    "cases?from=kemarin, 400, parameter.unreadable",
    "cases?page=0, 422, fields",
    "cases?size=201, 422, fields"
  })
  void parametersAreChecked(String path, int status, String code) throws Exception {
    HttpResponse<String> answer = server.send(to(path, token("investigator")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).getString("code")).isEqualTo(code);
  }

  @Test
  void aKeyIsDemandedWhereSomethingChanges() throws Exception {
    String path = "cases/" + aCaseOf("investigator") + "/notes";
    HttpRequest.Builder bare =
        to(path, token("investigator"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"text\":\"Tanpa kunci\"}"));
    assertThat(json(server.send(bare.copy())).getString("code")).isEqualTo("idempotency.missing");
    assertThat(json(server.send(bare.copy().header("Idempotency-Key", "short"))).getString("code"))
        .isEqualTo("idempotency.key");
  }

  @Test
  void aRepeatedCallGetsTheFirstAnswerAndChangesNothing() throws Exception {
    String number = aCaseOf("investigator");
    String key = UUID.randomUUID().toString();
    String text = "Catatan " + key;
    HttpResponse<String> first = note(number, "{\"text\":\"%s\"}".formatted(text), key);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    HttpResponse<String> again = note(number, "{\"text\":\"%s\"}".formatted(text), key);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again)).isEqualTo(json(first));
    assertThat(notes(number, text)).isOne();

    HttpResponse<String> other = note(number, "{\"text\":\"Lain\"}", key);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(json(other).getString("code")).isEqualTo("idempotency.other-body");
  }

  @Test
  void manyAtOnceUnderOneKeyAreOne() throws Exception {
    String number = aCaseOf("investigator");
    String key = UUID.randomUUID().toString();
    String text = "Bersamaan " + key;
    List<HttpResponse<String>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Future<HttpResponse<String>>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        running.add(callers.submit(() -> note(number, "{\"text\":\"%s\"}".formatted(text), key)));
      }
      for (Future<HttpResponse<String>> one : running) {
        answers.add(one.get());
      }
    }
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(answers).extracting(RestIT::json).containsOnly(json(answers.getFirst()));
    assertThat(notes(number, text)).isOne();
  }

  @Test
  void whereTheAnswerWasLostTheLedgerRefusesTheSecondAct() throws Exception {
    String number = aCaseOf("investigator");
    String key = UUID.randomUUID().toString();
    String text = "Jawaban hilang " + key;
    String body = "{\"text\":\"%s\"}".formatted(text);
    assertThat(note(number, body, key).statusCode()).isEqualTo(200);
    try (Connection database = server.database();
        Statement forget = database.createStatement()) {
      assertThat(forget.executeUpdate("delete from idempotent_answer")).isPositive();
    }
    HttpResponse<String> again = note(number, body, key);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(json(again).getString("code")).isEqualTo("request.repeated");
    assertThat(notes(number, text)).isOne();
  }

  @Test
  void keptAnswersTellNobodyAnything() throws Exception {
    String number = aCaseOf("investigator");
    String key = UUID.randomUUID().toString();
    assertThat(note(number, "{\"text\":\"Disegel\"}", key).statusCode()).isEqualTo(200);
    HttpResponse<String> report =
        server.send(
            to("reports", null)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"allegation\":\"Kode\",\"persons\":[]}")));
    assertThat(report.statusCode()).as(report.body()).isEqualTo(201);
    String code = json(report).getString("code");
    int unkept = 0;
    try (Connection database = server.database();
        Statement select = database.createStatement();
        ResultSet rows = select.executeQuery("select * from idempotent_answer")) {
      while (rows.next()) {
        String row = rows.getString("scope") + rows.getString("answer");
        assertThat(row).doesNotContain(key).doesNotContain(number).doesNotContain(code);
        unkept += rows.getString("answer") == null ? 1 : 0;
      }
    }
    assertThat(unkept).as("of reports only that there was an answer is kept").isPositive();
  }

  @Test
  void theInterfaceDescribesItself() throws Exception {
    HttpResponse<String> answer = server.send(to("openapi", token("asn")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).getJsonObject("paths")).containsKey("/api/v1/cases/{number}/decision");
  }

  private HttpResponse<String> note(String number, String body, String key) throws Exception {
    return server.send(
        to("cases/" + number + "/notes", token("investigator"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  /** How many notes of this case read so. */
  private long notes(String number, String text) throws Exception {
    HttpResponse<String> answer = server.send(to("cases/" + number, token("investigator")));
    return json(answer).getJsonArray("notes").getValuesAs(JsonObject.class).stream()
        .filter(note -> note.getString("text").equals(text))
        .count();
  }

  private String aCaseOf(String user) throws Exception {
    HttpResponse<String> answer = server.send(to("cases?stage=examination&size=1", token(user)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).getJsonArray("items").getJsonObject(0).getString("number");
  }

  private String token(String user) throws Exception {
    synchronized (TOKENS) {
      String known = TOKENS.get(user);
      if (known == null) {
        String body = "{\"username\":\"%s\",\"password\":\"jejak-demo\"}".formatted(user);
        HttpResponse<String> answer =
            server.send(
                to("tokens", null)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        known = json(answer).getString("token");
        TOKENS.put(user, known);
      }
      return known;
    }
  }

  private HttpRequest.Builder to(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve("api/v1/" + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
