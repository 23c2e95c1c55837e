package org.jejak.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.WebUser.text;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.ApiUser;
import org.jejak.TheServer;
import org.jejak.WebUser;
import org.jejak.tlog.VerifierKey;
import org.jejak.tlog.verify.DossierCheck;
import org.jejak.tlog.verify.Finding;
import org.jejak.tlog.verify.Policy;
import org.jejak.tlog.verify.Reason;
import org.jejak.tlog.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who saw what is written down before they see it; and a dossier leaves with its proofs. */
class AccessIT {
  private final TheServer server = TheServer.demo();

  @TempDir Path folder;

  private List<String> ask(String sql) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private int entries() throws SQLException {
    return Integer.parseInt(
        ask("select count(*) from ledger_entry where log like 'access-%'").get(0));
  }

  /** The newest look of this account: kind, file and part. */
  private String newest(String username) throws SQLException {
    return ask("select s.kind || ' ' || coalesce(s.file, '-') || ' ' || coalesce(s.part, '-')"
            + " from access_seen s join account a on a.person = s.person where a.username = '"
            + username
            + "' order by s.at desc, s.seq desc, s.nr limit 1")
        .get(0);
  }

  /** Number and handle of a case on which the account sits, or on which it does not. */
  private List<String> aCase(String username, boolean seated) throws SQLException {
    return List.of(
        ask("select c.number || ' ' || c.handle from case_file c where "
                + (seated ? "" : "not ")
                + "exists (select 1 from seat h join account a on a.person = h.person"
                + " where h.file = c.handle and a.username = '"
                + username
                + "') and c.stage = 'EXAMINATION' order by c.id limit 1")
            .get(0)
            .split(" "));
  }

  /** The addresses about one case, as the application's own table has them. */
  private static List<String> pagesOfACase() throws IOException {
    Matcher found =
        Pattern.compile("\"(/(?:cases|ledger/cases)/\\{number}[^\"]*)\"")
            .matcher(Files.readString(Path.of("src/main/java/org/jejak/web/Addresses.java")));
    return found.results().map(one -> one.group(1)).distinct().toList();
  }

  @Test
  void everyPageAboutACaseLeavesExactlyOneEntryAndListsLeaveNone() throws Exception {
    WebUser investigator = WebUser.of(server, "investigator");
    List<String> one = aCase("investigator", true);
    int shown = 0;
    for (String page : pagesOfACase()) {
      int before = entries();
      HttpResponse<byte[]> answer = investigator.get(page.replace("{number}", one.get(0)));
      boolean text = answer.statusCode() == 200;
      assertThat(entries() - before).as("entries of %s", page).isLessThanOrEqualTo(1);
      if (text) {
        shown++;
        assertThat(entries() - before).as("entries of %s", page).isEqualTo(1);
        assertThat(newest("investigator")).startsWith("OPENED " + one.get(1));
      }
    }
    assertThat(shown).as("pages that were shown").isGreaterThan(4);
    investigator.print("/cases/" + one.get(0));
    assertThat(newest("investigator")).startsWith("PRINTED " + one.get(1));
    int before = entries();
    for (String list : List.of("/home", "/cases", "/cases/triage", "/declarations", "/search")) {
      assertThat(investigator.get(list).statusCode()).isEqualTo(200);
    }
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void aDenialIsRecordedAndLooksLikeACaseThatIsNotThere() throws Exception {
    WebUser other = WebUser.of(server, "investigator2");
    List<String> foreign = aCase("investigator2", false);
    HttpResponse<byte[]> denied = other.get("/cases/" + foreign.get(0));
    assertThat(denied.statusCode()).isEqualTo(404);
    assertThat(newest("investigator2")).isEqualTo("DENIED " + foreign.get(1) + " /cases/file");
    int before = entries();
    HttpResponse<byte[]> nothing = other.get("/cases/2026-ZZZZZZ");
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(entries()).as("both leave an entry").isEqualTo(before + 1);
    assertThat(newest("investigator2")).isEqualTo("DENIED - /cases/file");
  }

  @Test
  void restLooksSearchesAndFailedSignInsAreRecordedWithoutWords() throws Exception {
    ApiUser investigator = ApiUser.of(server, "investigator");
    List<String> one = aCase("investigator", true);
    int before = entries();
    assertThat(investigator.get("cases/" + one.get(0)).statusCode()).isEqualTo(200);
    assertThat(newest("investigator"))
        .isEqualTo("OPENED " + one.get(1) + " /api/v1/cases/{number}");
    assertThat(investigator.get("cases").statusCode()).isEqualTo(200);
    assertThat(entries()).isEqualTo(before + 1);
    assertThat(investigator.post("search", "{\"q\":\"zebrakuning\"}").statusCode()).isEqualTo(200);
    assertThat(newest("investigator")).startsWith("SEARCHED");
    String entry =
        ask("select convert_from(bytes, 'UTF8') from ledger_entry where log like 'access-%'"
                + " and convert_from(bytes, 'UTF8') like '%SEARCHED%' order by id desc limit 1")
            .get(0);
    assertThat(entry).contains("\"hits\":0").doesNotContain("zebrakuning");
    assertThat(WebUser.stranger(server).signIn("upg", "not-the-password").statusCode())
        .isNotIn(302, 303);
    assertThat(newest("upg")).isEqualTo("SIGN_IN_FAILED - /sign-in");
  }

  @Test
  void whatCannotBeRecordedIsNotShown() throws Exception {
    WebUser investigator = WebUser.of(server, "investigator");
    ApiUser program = ApiUser.of(server, "investigator");
    String number = aCase("investigator", true).get(0);
    String shown = text(investigator.get("/cases/" + number + "/matters"));
    String secret = shown.substring(shown.indexOf("<h1>") + 4, shown.indexOf("</h1>"));
    run("alter table access_seen add constraint blocked check (false) not valid");
    try {
      HttpResponse<byte[]> page = investigator.get("/cases/" + number);
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(text(page)).doesNotContain(secret).contains("catatan akses");
      HttpResponse<String> rest = program.get("cases/" + number);
      assertThat(rest.statusCode()).isEqualTo(503);
      assertThat(rest.body()).contains("access.unrecorded").doesNotContain("allegation");
      assertThat(investigator.get("/cases").statusCode()).as("lists go on").isEqualTo(200);
    } finally {
      run("alter table access_seen drop constraint blocked");
    }
    assertThat(text(investigator.get("/cases/" + number))).contains(secret);
  }

  @Test
  void anAuditorSeesWhoSawACaseAndThatLookIsRecordedToo() throws Exception {
    WebUser investigator = WebUser.of(server, "investigator");
    List<String> one = aCase("investigator", true);
    assertThat(investigator.get("/cases/" + one.get(0)).statusCode()).isEqualTo(200);
    WebUser auditor = WebUser.of(server, "auditor");
    String page = text(auditor.get("/ledger/access?number=" + one.get(0)));
    String name =
        ask("select p.name from person p join account a on a.person = p.handle"
                + " where a.username = 'investigator'")
            .get(0);
    assertThat(page).contains(name);
    assertThat(newest("auditor")).isEqualTo("OPENED " + one.get(1) + " /ledger/access/index");
    HttpResponse<byte[]> csv =
        auditor.fill("/ledger/access?number=" + one.get(0), "export", Map.of("export:csv", ""));
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(text(csv)).contains(name);
    assertThat(newest("auditor")).startsWith("EXPORTED " + one.get(1));
    assertThat(investigator.get("/ledger/access").statusCode()).isEqualTo(403);
  }

  @Test
  void aYearIsDestroyedByTwoPeopleAndItsLastCheckpointStays() throws Exception {
    run(
        "insert into ledger_head (log, size, root, note) values"
            + " ('access-2019', 2, sha256('x'), 'the last checkpoint') on conflict do nothing;"
            + " insert into ledger_entry"
            + " (log, case_ref, case_seq, bytes, receipt_id, request_id, request_part)"
            + " select 'access-2019', 'P', n, '{}', 'r2019-' || n, 'q2019', n"
            + " from generate_series(1, 2) n on conflict do nothing;"
            + " insert into ledger_leaf select 'access-2019', case_seq - 1, id, sha256(bytes)"
            + " from ledger_entry where log = 'access-2019' on conflict do nothing;"
            + " insert into access_seen (log, person, seq, nr, kind, at)"
            + " values ('access-2019', 'P', 1, 1, 'OPENED', '2019-05-05') on conflict do nothing");
    WebUser auditor = WebUser.of(server, "auditor");
    WebUser admin = WebUser.of(server, "admin");
    String page = "/ledger/access/years/2019";
    HttpResponse<byte[]> asked =
        auditor.fill(
            page,
            "ask",
            Map.of(
                "ask:ground", "Jadwal retensi arsip, lima tahun lewat",
                "ask:typed", "access-2019",
                "ask:submit", ""));
    assertThat(asked.statusCode()).isIn(302, 303);
    assertThat(text(auditor.get(page)))
        .as("who asked cannot confirm")
        .doesNotContain("id=\"confirm\"");
    HttpResponse<byte[]> mistyped =
        admin.fill(page, "confirm", Map.of("confirm:typed", "access-2020", "confirm:submit", ""));
    assertThat(mistyped.statusCode()).isEqualTo(422);
    assertThat(ask("select log from ledger_entry where log = 'access-2019'")).hasSize(2);
    HttpResponse<byte[]> confirmed =
        admin.fill(page, "confirm", Map.of("confirm:typed", "access-2019", "confirm:submit", ""));
    assertThat(confirmed.statusCode()).isIn(302, 303);
    for (int tries = 0;
        tries < 50 && !ask("select log from ledger_entry where log = 'access-2019'").isEmpty();
        tries++) {
      Thread.sleep(200);
    }
    assertThat(ask("select log from ledger_entry where log = 'access-2019'")).isEmpty();
    assertThat(ask("select log from ledger_leaf where log = 'access-2019'")).isEmpty();
    assertThat(ask("select log from access_seen where log = 'access-2019'")).isEmpty();
    assertThat(
            ask(
                "select convert_from(bytes, 'UTF8') from ledger_entry where log = 'records'"
                    + " and case_ref = 'access-2019' order by case_seq desc limit 1"))
        .singleElement()
        .asString()
        .contains("access.ended/1")
        .contains("the last checkpoint");
  }

  @Test
  void aYearThatIsStillKeptCannotEvenBeAskedFor() throws Exception {
    String year =
        ask("select right(max(log), 4) from ledger_head where log like 'access-%'").get(0);
    WebUser auditor = WebUser.of(server, "auditor");
    assertThat(text(auditor.get("/ledger/access/years/" + year))).doesNotContain("id=\"ask\"");
    assertThat(WebUser.of(server, "investigator").get("/ledger/access/years").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aDossierVerifiesWithoutUsAndNoReporterIsInIt() throws Exception {
    WebUser investigator = WebUser.of(server, "investigator");
    List<String> one = aCase("investigator", true);
    HttpResponse<byte[]> answer =
        investigator.fill(
            "/cases/" + one.get(0) + "/dossier",
            "issue",
            Map.of(
                "issue:recipient", "COURT",
                "issue:to", "Pengadilan Tata Usaha Negara",
                "issue:purpose", "Permintaan nomor 12/G/2026 dalam banding",
                "issue:submit", ""));
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/zip");
    assertThat(newest("investigator")).startsWith("DOWNLOADED " + one.get(1));
    Path file = folder.resolve("dossier.zip");
    Files.write(file, answer.body());
    List<VerifierKey> keys =
        server
            .get("/log/keys")
            .body()
            .lines()
            .filter(line -> line.length() < 200) // Ed25519; a post-quantum key is longer
            .map(VerifierKey::parse)
            .toList();
    Finding finding = new DossierCheck(Policy.of(keys), List.of()).judge(file);
    assertThat(finding.reason()).isEqualTo(Reason.DOSSIER_FITS);
    byte[] changed = answer.body().clone();
    changed[changed.length / 2] ^= 1;
    Files.write(file, changed);
    assertThat(new DossierCheck(Policy.of(keys), List.of()).judge(file).verdict())
        .isEqualTo(Verdict.INVALID);
    String list = new String(answer.body(), StandardCharsets.ISO_8859_1);
    assertThat(list).doesNotContain("\"reporter_identity/").doesNotContain("\"report_message/\":");
    assertThat(
            ask(
                "select convert_from(bytes, 'UTF8') from ledger_entry where log = 'records'"
                    + " and case_ref = '"
                    + one.get(1)
                    + "' order by case_seq desc limit 1"))
        .singleElement()
        .asString()
        .contains("case.dossier-issued/1");
  }

  @Test
  void aReadersInboxLeavesNoTraceOfTheReporter() throws Exception {
    int before = entries();
    HttpResponse<String> wrong =
        server.send(
            HttpRequest.newBuilder(server.address().resolve("api/v1/inbox"))
                .header("Inbox-Code", "nobody-has-this-code-at-all"));
    assertThat(wrong.statusCode()).isNotEqualTo(200);
    assertThat(entries()).isEqualTo(before);
  }
}
