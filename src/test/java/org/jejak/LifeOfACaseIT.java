package org.jejak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

/**
 * One matter from a stranger's report to a closed file that is found, counted and proven: on the
 * real application and database, each step by the person whose it is.
 */
class LifeOfACaseIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REASON = "Terbukti dari daftar hadir dan pengakuan terperiksa.";

  private final TheServer server = TheServer.demo();

  /** A word that stands in this matter alone. */
  private final String word = "xq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "abc";

  @Test
  void aMatterGoesFromAStrangersReportToAProvenDecision() throws Exception {
    long before = counted("OPENED");
    String number = aStrangerReports();
    triageOpensTheCase(number);
    theCaseIsExamined(number);
    theAuthorityDecidesBothMatters(number);
    theCaseIsClosed(number);

    thoseOnItFindItAndOthersDoNot(number);
    everyActIsInItsChainAndProven(number);
    theWholeLogIsVerified();
    itIsCountedAndNotShownBeforeItsMonthIsOver(before);
  }

  /** Without an account; with a receipt at once. */
  private String aStrangerReports() throws Exception {
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(server.address().resolve("api/v1/reports"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Prefer", "wait=5")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"allegation":"Pegawai loket %s tidak masuk 18 hari.",
                         "happenedFrom":"2026-06-01","place":"Loket 3"}"""
                            .formatted(word))));
    JsonObject sent = done(answer, 201);
    assertThat(sent.getJsonObject("receipt").getString("state")).isEqualTo("logged");
    JsonObject hit = awaitHit("investigator");
    assertThat(hit.getString("kind")).isEqualTo("report");
    assertThat(sent.getString("reference")).doesNotContain(hit.getString("number").substring(5));
    return hit.getString("number");
  }

  private void triageOpensTheCase(String number) throws Exception {
    JsonObject opened =
        act(
            "investigator",
            number,
            "triage",
            """
            {"outcome":"opened","title":"Tidak masuk kerja","allegation":"Pegawai %s tidak masuk.",
             "happenedFrom":"2026-06-01","happenedTo":"2026-06-26",
             "subjects":[{"nip":"%s","norms":["K4f","KE-08"]}]}"""
                .formatted(word, server.nip("asn")));
    assertThat(opened.getString("number")).isEqualTo(number);
  }

  private void theCaseIsExamined(String number) throws Exception {
    act(
        "investigator",
        number,
        "assignment",
        "{\"investigator\":\"%s\"}".formatted(server.nip("investigator")));
    act("investigator", number, "notes", "{\"text\":\"Daftar hadir %s diminta.\"}".formatted(word));
    act(
        "investigator",
        number,
        "findings",
        """
        {"findings":[{"matter":1,"proven":true,"facts":"Daftar hadir %1$s: 18 hari."},
                     {"matter":2,"proven":true,"facts":"Tugas loket tidak dikerjakan."}]}"""
            .formatted(word));
    act(
        "investigator",
        number,
        "findings",
        "{\"authority\":\"%s\"}".formatted(server.nip("pejabat")));
  }

  /** The discipline track and the ethics track, each on its own. */
  private void theAuthorityDecidesBothMatters(String number) throws Exception {
    String decision = "{\"matter\":%d,%s,\"reason\":\"%s\"}";
    act(
        "pejabat",
        number,
        "decision",
        decision.formatted(
            1, "\"outcome\":\"discipline_sanction\",\"sanction\":\"PP94-T3\"", REASON));
    String moral =
        "\"outcome\":\"moral_sanction\",\"sanction\":\"ETH-1\",\"manner\":\"closed_room\"";
    JsonObject concluded = act("pejabat", number, "decision", decision.formatted(2, moral, REASON));
    assertThat(concluded.getString("stage")).isEqualTo("concluded");
  }

  private void theCaseIsClosed(String number) throws Exception {
    JsonObject closed =
        act("investigator", number, "closing", "{\"reason\":\"%s\"}".formatted(REASON));
    assertThat(closed.getString("stage")).isEqualTo("closed");
  }

  private void thoseOnItFindItAndOthersDoNot(String number) throws Exception {
    await(() -> "closed".equals(awaitHit("investigator").getString("stage")));
    JsonObject hit = awaitHit("investigator");
    assertThat(hit.getString("kind")).isEqualTo("case");
    assertThat(hit.getString("number")).isEqualTo(number);
    JsonArray mark = hit.getJsonArray("marks").getJsonArray(0);
    assertThat(hit.getString("snippet").substring(mark.getInt(0), mark.getInt(1))).isEqualTo(word);
    for (String other : List.of("investigator2", "asn", "pimpinan", "admin")) {
      assertThat(search(other)).as(other).isEmpty();
      assertThat(ApiUser.of(server, other).get("cases/" + number).statusCode())
          .as(other)
          .isEqualTo(404);
    }
  }

  private void everyActIsInItsChainAndProven(String number) throws Exception {
    VerifierKey key = VerifierKey.parse(server.get("log/keys").body().lines().findFirst().get());
    List<String> acts = new ArrayList<>();
    for (long index : placesOf(number)) {
      await(() -> checkpoint(proof(index).note()).equals(checkpoint(published())));
      ProofText proof = proof(index);
      assertThat(proof.index()).isEqualTo(index);
      assertThat(proof.isProvenBy(key)).as("entry " + index).isTrue();
      assertThat(checkpoint(published()).size()).isGreaterThan(index);
      acts.add(entry(index).getString("act"));
    }
    assertThat(acts)
        .containsExactly(
            "report.received/1",
            "report.opened/1",
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
  }

  /** As an auditor asks for it on the page, and reads the result through REST. */
  private void theWholeLogIsVerified() throws Exception {
    Instant asked = Instant.now();
    Visitor auditor = new Visitor(server).signIn("auditor", "jejak-demo");
    auditor.fill("/ledger", "verification", Map.of("verification:verify", "x"));
    ApiUser user = ApiUser.of(server, "auditor");
    await(() -> begun(user.get("ledger/verification")).isAfter(asked));
    JsonObject found = done(user.get("ledger/verification"), 200);
    assertThat(found.getJsonArray("faults")).isEmpty();
    assertThat(found.getBoolean("whole")).isTrue();
  }

  /** Figures are of months that are over: the leadership is told so, and shown no number. */
  private void itIsCountedAndNotShownBeforeItsMonthIsOver(long before) throws Exception {
    await(() -> counted("OPENED") == before + 1);
    String month = YearMonth.now(ZoneId.of("Asia/Jakarta")).toString();
    Visitor leader = new Visitor(server).signIn("pimpinan", "jejak-demo");
    assertThat(leader.get("/insight?period=" + month).body())
        .contains("Belum ada bulan dalam periode ini yang berakhir", "disamarkan")
        .doesNotContain(word);
  }

  /** When the last verification began; long ago where there has been none. */
  private static Instant begun(HttpResponse<String> last) {
    return last.statusCode() == 404
        ? Instant.EPOCH
        : Instant.parse(done(last, 200).getString("begunAt"));
  }

  private JsonObject act(String user, String number, String step, String body) throws Exception {
    return done(ApiUser.of(server, user).post("cases/%s/%s".formatted(number, step), body), 200);
  }

  private JsonArray search(String user) throws Exception {
    String asked = "{\"q\":\"%s\"}".formatted(word);
    return done(ApiUser.of(server, user).post("search", asked), 200).getJsonArray("hits");
  }

  private JsonObject awaitHit(String user) throws Exception {
    await(() -> !search(user).isEmpty());
    return search(user).getJsonObject(0);
  }

  private JsonObject entry(long index) throws Exception {
    return done(ApiUser.of(server, "auditor").get("ledger/entries/" + index), 200);
  }

  private ProofText proof(long index) throws Exception {
    return ProofText.parse(entry(index).getJsonObject("receipt").getString("proof"));
  }

  /** The newest checkpoint that anybody can fetch. */
  private String published() throws Exception {
    return server.get("log/records/checkpoint").body();
  }

  private static Checkpoint checkpoint(String note) {
    return Checkpoint.parse(SignedNote.parse(note).text());
  }

  private static JsonObject done(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return ApiUser.json(answer);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
      Thread.sleep(100);
    }
  }

  private List<Long> placesOf(String number) throws Exception {
    return ask(
            "select l.idx from ledger_leaf l join ledger_entry e on e.id = l.entry_id"
                + " join case_file c on c.handle = e.case_ref where c.number = ? order by l.idx",
            number)
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  private long counted(String measure) throws Exception {
    String sum = ask("select sum(n) from insight_count where measure = ?", measure).getFirst();
    return Long.parseLong(sum);
  }

  private List<String> ask(String sql, String value) throws Exception {
    try (Connection database = server.database();
        PreparedStatement select = database.prepareStatement(sql)) {
      select.setString(1, value);
      List<String> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
