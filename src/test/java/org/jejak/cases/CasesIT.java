package org.jejak.cases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jejak.TheServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a case over REST, on the demo server: each step, each refusal, and who sees what. */
class CasesIT {
  private static final Map<String, String> TOKENS = new HashMap<>();
  private static final String REASON = "Terbukti dari daftar hadir dan pengakuan.";

  private final TheServer server = TheServer.demo();

  @Test
  void aCaseGoesFromItsOpeningToItsEndAndEveryStepHasItsEntry() throws Exception {
    JsonObject opened = open("asn", "K4f", "KE-08");
    String number = opened.getString("number");
    assertThat(number).matches("20[0-9]{2}-[0-9A-HJKMNP-TV-Z]{6}");
    assertThat(opened.getString("stage")).isEqualTo("open");
    assertThat(opened.getJsonObject("receipt").getString("state")).isIn("recorded", "logged");

    ok(assign(number, "investigator"));
    ok(step("investigator", number, "notes", "{\"text\":\"Minta daftar hadir Juni.\"}"));
    ok(find(number, 1, true));
    JsonObject found = ok(find(number, 2, false));
    assertThat(found.getString("stage")).isEqualTo("examination");
    ok(
        step(
            "investigator",
            number,
            "findings",
            "{\"authority\":\"%s\"}".formatted(nip("pejabat"))));
    ok(decide(number, 1, "\"outcome\":\"discipline_sanction\",\"sanction\":\"PP94-T3\""));
    JsonObject concluded = ok(decide(number, 2, "\"outcome\":\"not_proven\""));
    assertThat(concluded.getString("stage")).isEqualTo("concluded");
    JsonObject closed = ok(close(number));
    assertThat(closed.getString("stage")).isEqualTo("closed");

    JsonObject whole = ok(get("investigator", number));
    assertThat(whole.getJsonArray("matters").getJsonObject(0).getString("stage"))
        .isEqualTo("closed");
    assertThat(
            whole
                .getJsonArray("matters")
                .getJsonObject(0)
                .getJsonObject("decision")
                .getString("sanction"))
        .isEqualTo("PP94-T3");
    // opened, assigned, note, 2 findings, submitted, 2 decisions, concluded, closed
    assertThat(whole.getInt("entries")).isEqualTo(10);
    assertThat(acts(number))
        .containsExactly(
            "case.opened/1",
            "case.investigator-assigned/1",
            "case.note-added/1",
            "case.finding-recorded/1",
            "case.finding-recorded/1",
            "case.submitted/1",
            "case.matter-decided/1",
            "case.matter-decided/1",
            "case.concluded/1",
            "case.closed/1");
    refused(step("investigator", number, "notes", "{\"text\":\"Terlambat.\"}"), 409, "case.stage");
  }

  @Test
  void aStepThatDoesNotBelongIsRefusedAndChangesNothing() throws Exception {
    String number = open("asn", "K4f").getString("number");
    refused(find(number, 1, true), 409, "case.stage");
    refused(close(number), 409, "case.stage");
    refused(
        step(
            "investigator", number, "findings", "{\"authority\":\"%s\"}".formatted(nip("pejabat"))),
        409,
        "case.stage");
    ok(assign(number, "investigator"));
    refused(
        step(
            "investigator", number, "findings", "{\"authority\":\"%s\"}".formatted(nip("pejabat"))),
        409,
        "case.stage");
    ok(find(number, 1, true));
    refused(close(number), 409, "case.stage");
    refused(assign(number, "investigator"), 409, "case.assigned-already");
    JsonObject whole = ok(get("investigator", number));
    assertThat(whole.getString("stage")).isEqualTo("examination");
    assertThat(whole.getInt("entries")).isEqualTo(3);
  }

  @Test
  void aDecisionComesAfterFindingsFromTheOneBeforeWhomTheCaseLies() throws Exception {
    String number = open("asn", "L5g").getString("number");
    ok(assign(number, "investigator"));
    String notProven = "\"outcome\":\"not_proven\"";
    refused(decide(number, 1, notProven), 404, "unknown");
    ok(find(number, 1, false));
    refused(
        step(
            "investigator",
            number,
            "findings",
            "{\"authority\":\"%s\"}".formatted(nip("investigator"))),
        409,
        "case.decider");
    ok(
        step(
            "investigator",
            number,
            "findings",
            "{\"authority\":\"%s\"}".formatted(nip("pejabat"))));
    refused(
        decide(number, 1, "\"outcome\":\"discipline_sanction\",\"sanction\":\"PP94-R1\""),
        409,
        "case.not-proven");
    ok(find(number, 1, true));
    refused(
        decide(number, 1, "\"outcome\":\"moral_sanction\",\"sanction\":\"ETH-1\""),
        422,
        "case.sanction-track");
    refused(
        decide(number, 1, "\"outcome\":\"discipline_sanction\",\"sanction\":\"PP94-S1\""),
        422,
        "case.sanction-suspended");
    refused(
        decide(number, 1, "\"outcome\":\"discipline_sanction\",\"sanction\":\"PP53-R1\""),
        422,
        "case.sanction-day");
    refused(
        decide(number, 1, "\"outcome\":\"not_proven\",\"decidedOn\":\"2999-01-01\""),
        422,
        "case.decided-future");
    refused(
        decide(number, 1, "\"outcome\":\"not_proven\",\"decidedOn\":\"2020-01-01\""),
        422,
        "case.decided-early");
    refused(decide(number, 7, notProven), 404, "unknown");
    ok(decide(number, 1, "\"outcome\":\"discipline_sanction\",\"sanction\":\"PP94-T1\""));
    refused(decide(number, 1, notProven), 409, "case.stage");
  }

  @Test
  void aShortReasonIsNoReason() throws Exception {
    String number = submitted();
    String body = "{\"matter\":1,\"outcome\":\"not_proven\",\"reason\":\"%s\"}";
    refused(step("pejabat", number, "decision", body.formatted("Karena.")), 422, "fields");
    refused(
        step("pejabat", number, "decision", body.formatted(" ".repeat(30))), 422, "case.reason");
  }

  @Test
  void aMoralSanctionNamesAMannerThatFits() throws Exception {
    String number = open("asn", "KE-11").getString("number");
    ok(assign(number, "investigator"));
    ok(find(number, 1, true));
    ok(
        step(
            "investigator",
            number,
            "findings",
            "{\"authority\":\"%s\"}".formatted(nip("pejabat"))));
    String moral = "\"outcome\":\"moral_sanction\",\"sanction\":\"ETH-1\",\"manner\":\"%s\"";
    refused(decide(number, 1, moral.formatted("mass_media")), 422, "case.manner");
    ok(decide(number, 1, moral.formatted("closed_room")));
    JsonObject decision =
        ok(get("pejabat", number))
            .getJsonArray("matters")
            .getJsonObject(0)
            .getJsonObject("decision");
    assertThat(decision.getString("manner")).isEqualTo("closed_room");
  }

  @Test
  void whomACaseIsAboutGetsTheAnswerForWhatIsNotThere() throws Exception {
    String number = open("investigator2", "K3f").getString("number");
    HttpResponse<String> subject = get("investigator2", number);
    HttpResponse<String> nobody = get("investigator2", "2026-ZZZZZZ");
    HttpResponse<String> garbage = get("investigator2", "not-a-number");
    assertThat(subject.statusCode()).isEqualTo(404);
    assertThat(subject.body()).isEqualTo(nobody.body()).isEqualTo(garbage.body());
    assertThat(ok(list("investigator2", "?size=200")).toString()).doesNotContain(number);
    refused(step("investigator2", number, "notes", "{\"text\":\"Boleh lihat?\"}"), 404, "unknown");
    refused(assign(number, "investigator2"), 409, "case.assignee");
  }

  @Test
  void whoIsCloseToTheSubjectIsShutOutAndNobodyIsToldWhy() throws Exception {
    String kin =
        text(
            "select k.nip from tie t join account a on a.person in (t.person, t.other)"
                + " join person k on k.handle in (t.person, t.other) and k.handle <> a.person"
                + " where a.username = ? and t.ended_at is null limit 1",
            "investigator2");
    JsonObject opened = ok(post("investigator", "cases", opening(kin, "K3f")), 201);
    String number = opened.getString("number");
    HttpResponse<String> close = assign(number, "investigator2");
    HttpResponse<String> noInvestigator = assign(number, "asn");
    refused(close, 409, "case.assignee");
    assertThat(close.body()).isEqualTo(noInvestigator.body());
    refused(get("investigator2", number), 404, "unknown");
    refused(post("investigator2", "cases", opening(kin, "K3f")), 409, "case.own");
  }

  @Test
  void aCaseIsSeenByThoseOnItAndByNobodyElse() throws Exception {
    String number = open("asn", "K4f").getString("number");
    for (String other :
        List.of(
            "investigator2",
            "pejabat",
            "kepegawaian",
            "asn",
            "admin",
            "auditor",
            "pimpinan",
            "pelapor")) {
      refused(get(other, number), 404, "unknown");
    }
    ok(assign(number, "investigator2"));
    ok(get("investigator2", number));
    assertThat(server.get("/api/v1/cases/" + number).statusCode()).isEqualTo(401);
    assertThat(server.get("/api/v1/cases").statusCode()).isEqualTo(401);
  }

  @Test
  void theInvestigatorBeforeNoLongerSeesIt() throws Exception {
    JsonObject opened = ok(post("investigator2", "cases", opening(nip("pelapor"), "K3d")), 201);
    String number = opened.getString("number");
    ok(
        post(
            "investigator2",
            "cases/%s/assignment".formatted(number),
            investigator("investigator")));
    ok(get("investigator", number));
    ok(
        post(
            "investigator2",
            "cases/%s/assignment".formatted(number),
            investigator("investigator2")));
    refused(get("investigator", number), 404, "unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "asn, assignment",
    "asn, notes",
    "pejabat, notes",
    "pejabat, closing",
    "investigator, decision",
    "pimpinan, assignment",
    "admin, findings",
    "auditor, decision"
  })
  void whoLacksTheRoleIsForbiddenWhateverTheNumber(String user, String step) throws Exception {
    String number = open("pelapor", "K4f").getString("number");
    String body =
        switch (step) {
          case "assignment" -> investigator("investigator");
          case "notes" -> "{\"text\":\"Catatan\"}";
          case "closing" -> "{\"reason\":\"%s\"}".formatted(REASON);
          case "findings" -> "{\"findings\":[{\"matter\":1,\"proven\":true,\"facts\":\"Ada.\"}]}";
          default ->
              "{\"matter\":1,\"outcome\":\"not_proven\",\"reason\":\"%s\"}".formatted(REASON);
        };
    HttpResponse<String> real = step(user, number, step, body);
    assertThat(real.statusCode()).as(real.body()).isEqualTo(403);
    assertThat(step(user, "2026-ZZZZZZ", step, body).body()).isEqualTo(real.body());
  }

  @Test
  void whoHasNoCasesToSeeGetsNoRegister() throws Exception {
    assertThat(list("asn", "").statusCode()).isEqualTo(403);
    assertThat(list("admin", "").statusCode()).isEqualTo(403);
  }

  @Test
  void theSecondOfTwoWritersIsToldAndNothingIsOverwritten() throws Exception {
    String number = open("asn", "K4f").getString("number");
    ok(assign(number, "investigator2"));
    JsonObject note = ok(step("investigator", number, "notes", "{\"text\":\"Versi satu\"}"));
    assertThat(note.getInt("note")).isOne();
    String edit = "{\"note\":1,\"version\":1,\"text\":\"%s\"}";
    ok(step("investigator2", number, "notes", edit.formatted("Versi dua")));
    JsonObject stale =
        refused(step("investigator", number, "notes", edit.formatted("Versi lain")), 409, "stale");
    assertThat(stale.getString("yours")).isEqualTo("1");
    assertThat(stale.getString("current")).isEqualTo("2");
    JsonObject now = ok(get("investigator", number)).getJsonArray("notes").getJsonObject(0);
    assertThat(now.getString("text")).isEqualTo("Versi dua");
    assertThat(now.getInt("version")).isEqualTo(2);
    assertThat(
            text(
                "select n.text from case_note n join case_file c on c.id = n.case_id"
                    + " where c.number = ? and n.revision = 1",
                number))
        .as("the first wording stays, sealed")
        .startsWith("\\x01");
    refused(
        step("investigator", number, "notes", "{\"note\":1,\"text\":\"Tanpa versi\"}"),
        422,
        "fields");
    refused(
        step("investigator", number, "notes", "{\"note\":9,\"version\":1,\"text\":\"x\"}"),
        404,
        "unknown");
  }

  @Test
  void ofTwoAssignmentsOnOneVersionOneWins() throws Exception {
    String number = open("asn", "K4f").getString("number");
    String body = "{\"investigator\":\"%s\",\"version\":1}";
    List<String> bodies =
        List.of(body.formatted(nip("investigator")), body.formatted(nip("investigator2")));
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<CompletableFuture<HttpResponse<String>>> answers =
          bodies.stream()
              .map(
                  one ->
                      CompletableFuture.supplyAsync(
                          () -> unchecked(() -> step("investigator", number, "assignment", one)),
                          both))
              .toList();
      assertThat(answers)
          .extracting(answer -> answer.join().statusCode())
          .containsExactlyInAnyOrder(200, 409);
    }
    assertThat(ok(get("investigator", number)).getInt("entries")).isEqualTo(2);
  }

  @Test
  void manyNotesAtOnceAreAllKept() throws Exception {
    String number = open("asn", "K4f").getString("number");
    try (ExecutorService hands = Executors.newFixedThreadPool(6)) {
      List<CompletableFuture<Integer>> answers =
          java.util.stream.IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () ->
                              unchecked(
                                  () ->
                                      step(
                                              "investigator",
                                              number,
                                              "notes",
                                              "{\"text\":\"Catatan %d\"}".formatted(i))
                                          .statusCode()),
                          hands))
              .toList();
      assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
    }
    assertThat(ok(get("investigator", number)).getJsonArray("notes")).hasSize(12);
  }

  @Test
  void theSameCallTwiceOpensOneCase() throws Exception {
    String key = UUID.randomUUID().toString();
    String body = opening(nip("asn"), "K4f");
    HttpResponse<String> first = server.send(request("investigator", "cases", body, key));
    HttpResponse<String> again = server.send(request("investigator", "cases", body, key));
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    refused(
        server.send(request("investigator", "cases", opening(nip("asn"), "K3f"), key)),
        422,
        "idempotency.other-body");
  }

  @ParameterizedTest
  @CsvSource({
    "2999-01-01, , K4f, case.happened-future",
    "1901-01-01, , K4f, case.happened-early",
    "2026-03-05, 2026-03-01, K4f, case.happened-order",
    ", , K4f, case.happened-missing",
    "2021-08-30, , K4f, case.norm-day",
    "2026-03-05, , K9z, case.norm"
  })
  void aDayOrANormThatCannotBeIsRefused(String from, String to, String norm, String code)
      throws Exception {
    String body =
        "{\"title\":\"Judul\",\"allegation\":\"Uraian\"%s%s,\"subjects\":[{\"name\":\"Orang Luar\",\"norms\":[\"%s\"]}]}"
            .formatted(day("happenedFrom", from), day("happenedTo", to), norm);
    refused(post("investigator", "cases", body), 422, code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"allegation\":\"Uraian\",\"happenedFrom\":\"2026-03-05\",\"subjects\":[{\"name\":\"A\",\"norms\":[\"K4f\"]}]}",
        "{\"title\":\"T\",\"allegation\":\"U\",\"happenedFrom\":\"2026-03-05\",\"subjects\":[]}",
        "{\"title\":\"T\",\"allegation\":\"U\",\"happenedFrom\":\"2026-03-05\",\"subjects\":[{\"name\":\"A\",\"norms\":[]}]}",
        "{\"title\":\"T\",\"allegation\":\"U\",\"happenedFrom\":\"2026-03-05\",\"source\":\"moon\",\"subjects\":[{\"name\":\"A\",\"norms\":[\"K4f\"]}]}",
        "{\"title\":\"T\",\"allegation\":\"U\",\"happenedFrom\":\"2026-03-05\",\"subjects\":[{\"nip\":\"123\",\"norms\":[\"K4f\"]}]}",
        "{\"title\":\"T\",\"allegation\":\"U\",\"happenedFrom\":\"2026-03-05\",\"subjects\":[{\"norms\":[\"K4f\"]}]}"
      })
  void anOpeningWithoutWhatItNeedsSaysSo(String body) throws Exception {
    HttpResponse<String> answer = post("investigator", "cases", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(json(answer).getString("detail")).isNotBlank().doesNotContain("Exception");
  }

  @Test
  void markupAndControlCharactersAreTextLikeAnyOther() throws Exception {
    String body =
        "{\"title\":\"<script>alert(1)</script>\",\"allegation\":\"a\\u0000b <b>\",\"happenedFrom\":\"2026-03-05\",\"subjects\":[{\"name\":\"<i>A</i>\",\"norms\":[\"K4f\"]}]}";
    String number = ok(post("investigator", "cases", body), 201).getString("number");
    JsonObject whole = ok(get("investigator", number));
    assertThat(whole.getString("title")).isEqualTo("<script>alert(1)</script>");
    assertThat(whole.getString("allegation")).isEqualTo("ab <b>");
  }

  @Test
  void theRegisterIsNarrowedAndItsTotalIsHonest() throws Exception {
    String number = open("asn", "K4f").getString("number");
    JsonObject open = ok(list("investigator", "?stage=open&size=200"));
    assertThat(open.getJsonArray("items"))
        .extracting(item -> item.asJsonObject().getString("stage"))
        .containsOnly("open");
    assertThat(open.toString()).contains(number);
    assertThat(ok(list("investigator", "?stage=closed&size=200")).toString())
        .doesNotContain(number);
    assertThat(ok(list("investigator", "?to=2000-01-01")).getInt("total")).isZero();
    JsonObject one = ok(list("investigator", "?size=1"));
    assertThat(one.getJsonArray("items")).hasSize(1);
    assertThat(one.getInt("total")).isGreaterThan(1);
    assertThat(one.get("totalIsExact")).isEqualTo(JsonValue.TRUE);
    assertThat(
            ok(list("investigator", "?size=200&investigator=" + nip("investigator2"))).toString())
        .doesNotContain(number);
    assertThat(list("investigator", "?size=1000").statusCode()).isEqualTo(422);
    assertThat(list("investigator", "?stage=moon").statusCode()).isEqualTo(422);
  }

  @Test
  void aRowChangedBehindTheApplicationsBackIsRefusedByTheDatabase() throws Exception {
    String number = open("asn", "K4f").getString("number");
    try (Connection database = server.database();
        PreparedStatement change =
            database.prepareStatement(
                "update case_file set happened_to = happened_from where number = ?")) {
      change.setString(1, number);
      org.assertj.core.api.Assertions.assertThatThrownBy(change::executeUpdate)
          .hasMessageContaining("changed without an entry");
    }
  }

  private String submitted() throws Exception {
    String number = open("asn", "K4f").getString("number");
    ok(assign(number, "investigator"));
    ok(find(number, 1, true));
    ok(
        step(
            "investigator",
            number,
            "findings",
            "{\"authority\":\"%s\"}".formatted(nip("pejabat"))));
    return number;
  }

  private JsonObject open(String subject, String... norms) throws Exception {
    return ok(post("investigator", "cases", opening(nip(subject), norms)), 201);
  }

  private static String opening(String nip, String... norms) {
    return """
        {"title":"Tidak masuk kerja","allegation":"Tidak masuk kerja 18 hari.","source":"superior",
         "happenedFrom":"2026-06-01","happenedTo":"2026-06-26",
         "subjects":[{"nip":"%s","norms":["%s"]}]}"""
        .formatted(nip, String.join("\",\"", norms));
  }

  private HttpResponse<String> assign(String number, String investigator) throws Exception {
    return step("investigator", number, "assignment", investigator(investigator));
  }

  private String investigator(String user) throws Exception {
    return "{\"investigator\":\"%s\"}".formatted(nip(user));
  }

  private HttpResponse<String> find(String number, int matter, boolean proven) throws Exception {
    return step(
        "investigator",
        number,
        "findings",
        "{\"findings\":[{\"matter\":%d,\"proven\":%s,\"facts\":\"Daftar hadir Juni 2026.\"}]}"
            .formatted(matter, proven));
  }

  private HttpResponse<String> decide(String number, int matter, String decision) throws Exception {
    return step(
        "pejabat",
        number,
        "decision",
        "{\"matter\":%d,%s,\"reason\":\"%s\"}".formatted(matter, decision, REASON));
  }

  private HttpResponse<String> close(String number) throws Exception {
    return step("investigator", number, "closing", "{\"reason\":\"%s\"}".formatted(REASON));
  }

  private HttpResponse<String> step(String user, String number, String step, String body)
      throws Exception {
    return post(user, "cases/%s/%s".formatted(number, step), body);
  }

  private HttpResponse<String> get(String user, String number) throws Exception {
    return list(user, "/" + number);
  }

  private HttpResponse<String> list(String user, String more) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.address().resolve("api/v1/cases" + more))
            .header("Authorization", "Bearer " + token(user)));
  }

  private HttpResponse<String> post(String user, String path, String body) throws Exception {
    return server.send(request(user, path, body, UUID.randomUUID().toString()));
  }

  private HttpRequest.Builder request(String user, String path, String body, String key)
      throws Exception {
    return HttpRequest.newBuilder(server.address().resolve("api/v1/" + path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token(user))
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private synchronized String token(String user) throws Exception {
    String known = TOKENS.get(user);
    if (known == null) {
      String body = "{\"username\":\"%s\",\"password\":\"jejak-demo\"}".formatted(user);
      HttpResponse<String> answer =
          server.send(
              HttpRequest.newBuilder(server.address().resolve("api/v1/tokens"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      known = json(answer).getString("token");
      TOKENS.put(user, known);
    }
    return known;
  }

  private String nip(String user) throws Exception {
    return text(
        "select p.nip from person p join account a on a.person = p.handle where a.username = ?",
        user);
  }

  private String text(String sql, String value) throws Exception {
    try (Connection database = server.database();
        PreparedStatement select = database.prepareStatement(sql)) {
      select.setString(1, value);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).as("a row of " + sql + " for " + value).isTrue();
        return row.getString(1);
      }
    }
  }

  private List<String> acts(String number) throws Exception {
    return List.of(
        text(
                "select string_agg(convert_from(e.bytes, 'UTF8')::jsonb ->> 'act', ' '"
                    + " order by e.case_seq) from ledger_entry e"
                    + " join case_file c on c.handle = e.case_ref where c.number = ?",
                number)
            .split(" ", -1));
  }

  private static String day(String field, String day) {
    return day == null ? "" : ",\"%s\":\"%s\"".formatted(field, day);
  }

  private static JsonObject ok(HttpResponse<String> answer) {
    return ok(answer, 200);
  }

  private static JsonObject ok(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json(answer);
  }

  private static JsonObject refused(HttpResponse<String> answer, int status, String code) {
    JsonObject problem = ok(answer, status);
    assertThat(problem.getString("code")).as(answer.body()).isEqualTo(code);
    assertThat(problem.getString("detail")).isNotBlank().doesNotContain("{0}");
    return problem;
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private interface Asking<T> {
    T ask() throws Exception;
  }

  private static <T> T unchecked(Asking<T> asking) {
    try {
      return asking.ask();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
