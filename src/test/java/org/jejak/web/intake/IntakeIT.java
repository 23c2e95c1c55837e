package org.jejak.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jejak.TheServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports from outside: the form without script, the inbox, REST, and what stays of a reporter. */
class IntakeIT {
  private static final String ATTACK = "<script>alert(1)</script>#{7*7}<img src=x onerror=y>";

  private final TheServer server = TheServer.demo();

  @Test
  void aReportGoesInWithoutScriptAndLeavesNoCookie() throws Exception {
    PlainForm form = new PlainForm(server, "report");
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.body()).doesNotContain("<script").hasSizeLessThan(100_000);

    form.press("next", "allegation", "", "day", "15", "month", "2", "year", "");
    assertThat(form.status()).isEqualTo(422);
    assertThat(form.errors()).contains("Isi tahun kejadian", "Ceritakan apa yang terjadi");
    assertThat(form.body()).as("what was typed is kept").contains("value=\"15\"");

    form.press("next", "allegation", "Pungutan di loket 3 " + ATTACK, "year", "2026");
    form.press("next", "name0", ATTACK, "position0", ATTACK, "nip0", "123");
    assertThat(form.status()).isEqualTo(422);
    assertThat(form.errors()).contains("nip0");
    form.press("next", "name0", ATTACK, "position0", ATTACK);
    form.press("next", "evidence", ATTACK);
    form.press("next", "named", "yes", "reporter-name", "Rina Tersegel", "reporter-contact", "x");
    assertNoMarkupOf(form.body());
    String code = form.find("id=\"inbox-code\"[^>]*>([0-9A-Z-]+)<");

    form.press("send");
    assertThat(form.errors()).as("the code has to be kept first").contains("Simpan kodenya");
    form.press("send", "kept", "yes");
    assertThat(form.status()).isEqualTo(200);
    String reference = form.find("(L-[0-9A-Z]{4}-[0-9A-Z]{4})");
    assertThat(form.body()).as("never on the slip").doesNotContain(code);

    form.pressAgain();
    assertThat(form.find("(L-[0-9A-Z]{4}-[0-9A-Z]{4})")).isEqualTo(reference);
    assertThat(count("select count(*) from report where reference = ?", reference)).isEqualTo(1);
    assertThat(form.cookies()).isEmpty();

    PlainForm inbox = new PlainForm(server, "inbox");
    inbox.press("open", "code", " " + code.replace('-', ' ').toLowerCase(java.util.Locale.ROOT));
    assertThat(inbox.body()).contains(reference);
    inbox.press("answer", "text", "Hari Jumat, pukul 10 " + ATTACK);
    inbox.pressAgain();
    assertNoMarkupOf(inbox.body());
    assertThat(inbox.body().split("Hari Jumat, pukul 10", -1)).as("kept once").hasSize(2);
    assertThat(inbox.cookies()).isEmpty();
  }

  @Test
  void aFormThatWasTamperedWithKeepsWhatStandsOnThePage() throws Exception {
    PlainForm form = new PlainForm(server, "report");
    Map<String, String> forged = form.hidden();
    forged.put("form", "forged");
    forged.put("allegation", "Jangan hilang");
    form.send(forged);
    assertThat(form.status()).isEqualTo(400);
    assertThat(form.errors()).contains("tidak dapat dibaca lagi");
    assertThat(form.body()).contains("Jangan hilang");
  }

  @Test
  void anotherSiteCannotSendTheForm() throws Exception {
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(server.address().resolve("report"))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("allegation=x")));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void fiveMegabytesGetASentence() throws Exception {
    String five = "x".repeat(5_000_000);
    PlainForm form = new PlainForm(server, "report");
    form.press("next", "allegation", five);
    assertThat(form.status()).isEqualTo(413);
    assertThat(form.body()).doesNotContain("Exception", "at org.");
    HttpResponse<String> rest = report("{\"allegation\":\"" + five + "\"}", UUID.randomUUID());
    assertThat(rest.statusCode()).isEqualTo(413);
    assertThat(json(rest).getString("detail")).contains("terlalu besar");
  }

  @Test
  void theSameKeyGivesTheSameAnswerAndAnotherBodyIsRefused() throws Exception {
    UUID key = UUID.randomUUID();
    String body = "{\"allegation\":\"Absen fiktif\",\"persons\":[{\"name\":\"Budi\"}]}";
    JsonObject first = json(report(body, key));
    JsonObject second = json(report(body, key));
    assertThat(second.getString("code")).isEqualTo(first.getString("code"));
    assertThat(second.getString("reference")).isEqualTo(first.getString("reference"));
    assertThat(second.getJsonObject("receipt").getString("id"))
        .isEqualTo(first.getJsonObject("receipt").getString("id"));
    assertThat(
            count("select count(*) from report where reference = ?", first.getString("reference")))
        .isEqualTo(1);
    HttpResponse<String> other = report(body.replace("Budi", "Bodi"), key);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(json(other).getString("code")).isEqualTo("idempotency.other-body");
  }

  @Test
  void whoeverWaitsGetsTheirPlaceInTheLog() throws Exception {
    HttpResponse<String> answer =
        server.send(
            call("api/v1/reports", UUID.randomUUID())
                .header("Prefer", "wait=5")
                .POST(HttpRequest.BodyPublishers.ofString("{\"allegation\":\"Gratifikasi\"}")));
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonObject receipt = json(answer).getJsonObject("receipt");
    assertThat(receipt.getString("state")).isEqualTo("logged");
    assertThat(receipt.getString("proof")).startsWith("c2sp.org/tlog-proof@v1");
    HttpResponse<String> verify = server.get(receipt.getString("url").substring(1));
    assertThat(verify.statusCode()).isEqualTo(200);
    assertThat(verify.body()).contains("Asli").doesNotContain("Gratifikasi");
    assertThat(server.get("verify?r=" + "0".repeat(32)).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"allegation\":\"x\",\"happenedFrom\":\"2999-01-01\"} | 422 | report.happened-future",
        "{\"allegation\":\"x\",\"happenedFrom\":\"1950-01-01\"} | 422 | report.happened-early",
        "{\"allegation\":\"x\",\"happenedFrom\":\"2026-02-03\",\"happenedTo\":\"2026-02-02\"} | 422"
            + " | report.happened-order",
        "{\"allegation\":\"x\",\"persons\":[{\"name\":\"a\",\"nip\":\"12\"}]} | 422 | nip.digits",
        "{\"allegation\":\"x\",\"code\":\"ABC\"} | 422 | inbox.code-unreadable",
        "{\"allegation\":\"  \"} | 422 | fields",
        "{\"allegation\":\"x\",\"persons\":[{}]} | 422 | fields",
        "{\"allegation\":\"x\",\"happenedFrom\":\"kemarin\"} | 400 | body.unreadable",
        "nothing of the kind | 400 | body.unreadable",
      })
  void whatCannotBeIsRefusedWithASentence(String body, int status, String code) throws Exception {
    HttpResponse<String> answer = report(body.strip(), UUID.randomUUID());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).getString("code")).isEqualTo(code.strip());
    assertThat(json(answer).getString("detail")).isNotBlank();
  }

  @Test
  void aWrongCodeAndAnImpossibleOneGetTheSameWords() throws Exception {
    PlainForm inbox = new PlainForm(server, "inbox");
    inbox.press("open", "code", "0".repeat(27));
    String wrong = inbox.errors();
    assertThat(inbox.status()).isEqualTo(404);
    inbox.press("open", "code", "ABC");
    assertThat(inbox.status()).isEqualTo(404);
    assertThat(inbox.errors()).isEqualTo(wrong).contains("tidak membuka laporan");
  }

  @Test
  void theReportedInvestigatorSeesNothingOfIt() throws Exception {
    String nip =
        text(
            "select p.nip from person p join account a on a.person = p.handle where a.username = ?",
            "investigator2");
    JsonObject sent =
        json(
            report(
                "{\"allegation\":\"Pemeriksa menerima hadiah\",\"persons\":[{\"name\":\"Pemeriksa\","
                    + "\"nip\":\"%s\"}]}".formatted(nip),
                UUID.randomUUID()));
    String reference = sent.getString("reference");
    String number = text("select number from report where reference = ?", reference);
    String path = "api/v1/cases/%s/triage".formatted(number);
    String asked = "{\"outcome\":\"more_needed\",\"question\":\"Hadiah apa?\"}";

    HttpResponse<String> reported = as("investigator2", path, asked);
    HttpResponse<String> nothing = as("investigator2", "api/v1/cases/2026-000000/triage", asked);
    assertThat(reported.statusCode()).isEqualTo(404);
    assertThat(reported.body()).as("as for what is not there").isEqualTo(nothing.body());

    assertThat(as("investigator", path, asked).statusCode()).isEqualTo(200);
    PlainForm inbox = new PlainForm(server, "inbox");
    inbox.press("open", "code", sent.getString("code"));
    assertThat(inbox.body()).contains("Hadiah apa?");
    HttpResponse<String> outside =
        as(
            "investigator",
            path,
            "{\"outcome\":\"outside_remit\",\"reason\":\"Wewenang Pemerintah Provinsi.\"}");
    assertThat(json(outside).getString("stage")).isEqualTo("outside_remit");
    HttpResponse<String> again = as("investigator", path, asked);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(json(again).getString("code")).isEqualTo("case.stage");
  }

  @Test
  void nothingOfTheReporterStaysInLogsOrTables() throws Exception {
    PlainForm form = new PlainForm(server, "report");
    form.press("next", "allegation", "Tanpa jejak");
    form.press("next");
    form.press("next");
    form.press("next", "named", "yes", "reporter-name", "Nama Amplop", "reporter-contact", "0812");
    String code = form.find("id=\"inbox-code\"[^>]*>([0-9A-Z-]+)<");
    form.press("send", "kept", "yes");
    assertThat(form.status()).isEqualTo(200);
    PlainForm inbox = new PlainForm(server, "inbox");
    inbox.press("open", "code", code);
    List<String> traces =
        List.of(
            PlainForm.ADDRESS,
            PlainForm.AGENT,
            code,
            code.replace("-", ""),
            "Nama Amplop",
            "Tanpa jejak");
    assertThat(contains(everythingStored(), "report.received/1")).as("entries are read").isTrue();
    assertThat(contains(everythingStored(), "Rumah Sakit Umum Daerah")).as("so are rows").isTrue();
    for (String trace : traces) {
      assertThat(contains(everythingStored(), trace)).as(trace + " in a table").isFalse();
      assertThat(filesWith(trace)).as(trace + " in a file").isEmpty();
    }
  }

  private HttpResponse<String> report(String body, UUID key)
      throws IOException, InterruptedException {
    return server.send(call("api/v1/reports", key).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder call(String path, UUID key) {
    return HttpRequest.newBuilder(server.address().resolve(path))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key.toString());
  }

  private final Map<String, String> tokens = new HashMap<>();

  private HttpResponse<String> as(String username, String path, String body)
      throws IOException, InterruptedException {
    if (!tokens.containsKey(username)) {
      HttpResponse<String> made =
          server.send(
              call("api/v1/tokens", UUID.randomUUID())
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"username\":\"%s\",\"password\":\"jejak-demo\"}"
                              .formatted(username))));
      assertThat(made.statusCode()).isEqualTo(201);
      tokens.put(username, json(made).getString("token"));
    }
    return server.send(
        call(path, UUID.randomUUID())
            .header("Authorization", "Bearer " + tokens.get(username))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static void assertNoMarkupOf(String page) {
    assertThat(page)
        .doesNotContain("<script", "<img src=x", "alert(1)49")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;#{7*7}");
  }

  private long count(String sql, String value) throws SQLException {
    return Long.parseLong(text(sql, value));
  }

  private String text(String sql, String value) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, value);
      try (ResultSet row = query.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  /** Every row of every table as text, and the bytes of every entry of the log. */
  private byte[] everythingStored() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      List<String> queries = new ArrayList<>();
      queries.add("select encode(bytes, 'escape') from ledger_entry");
      try (ResultSet tables =
          statement.executeQuery(
              "select quote_ident(relname) from pg_class"
                  + " where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
        while (tables.next()) {
          queries.add("select t::text from " + tables.getString(1) + " t");
        }
      }
      for (String query : queries) {
        try (ResultSet rows = statement.executeQuery(query)) {
          while (rows.next()) {
            all.append(rows.getString(1)).append('\n');
          }
        }
      }
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The files of the installation, logs before all, that hold these characters. */
  private List<Path> filesWith(String trace) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(server.data())) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        if (Files.isReadable(file) && contains(Files.readAllBytes(file), trace)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static boolean contains(byte[] bytes, String sought) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(sought.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }
}
