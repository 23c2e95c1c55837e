package org.jejak.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jejak.ApiUser;
import org.jejak.TheServer;
import org.jejak.Visitor;
import org.jejak.tlog.VerifierKey;
import org.jejak.tlog.verify.Policy;
import org.jejak.tlog.verify.ReceiptCheck;
import org.jejak.tlog.verify.Verdict;
import org.junit.jupiter.api.Test;

/** The end of a case: two people, every story gone, every proof still good. */
class ErasureIT {
  private static final String BASIS = "Putusan PTUN Contoh nomor 12/G/2026 tanggal 3 Maret 2026.";
  private static final int TRIES = 200;

  private final TheServer server = TheServer.demo();
  private final String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "kuw";

  @Test
  void aClosedCaseIsErasedByTwoPeopleAndItsProofsStayGood() throws Exception {
    String number = openCase();
    JsonObject note =
        post("investigator", number, "notes", "{\"text\":\"Kata kunci: " + word + "\"}");
    assertThat(ask("kustodian", number).body()).as("open cases stay").contains("belum ditutup");
    close(number);
    awaitHits(1);

    Visitor first = ask("kustodian", number);
    assertThat(first.leadsTo()).isEqualTo("/erasures/" + number);
    assertThat(carryOut("kustodian", number, number).body())
        .as("who asked does not carry it out")
        .contains("Menunggu kustodian kedua");
    assertThat(carryOut("kustodian2", number, "2026-ZZZZZZ").body()).contains("bukan " + number);
    assertThat(column(number, "select n.text from case_note n")).allMatch(text -> text.length > 1);

    assertThat(carryOut("kustodian2", number, number.toLowerCase(Locale.ROOT)).leadsTo())
        .isEqualTo("/erasures/" + number);

    for (String secret :
        List.of(
            "select c.title from case_file c",
            "select c.allegation from case_file c",
            "select c.closing_reason from case_file c",
            "select n.text from case_note n",
            "select n.facts from case_finding n",
            "select n.name from case_subject n")) {
      assertThat(column(number, secret)).as(secret).isNotEmpty().containsOnly(new byte[] {2});
    }
    assertThat(column(number, "select k.wrapped from ledger_key k", "k.subject"))
        .as("the old key is gone, a new one holds what is left")
        .hasSize(2)
        .containsOnlyOnce((byte[]) null);
    awaitHits(0);
    HttpResponse<String> left = ApiUser.of(server, "investigator").get("cases/" + number);
    assertThat(left.body()).contains("closed").doesNotContain(word);

    assertThat(judged(note)).as("a receipt from before").isEqualTo(Verdict.GENUINE);
    assertThat(visitor("investigator").get("/cases/" + number).body()).contains("Segel utuh");
    assertThat(faultsOf(number)).isEmpty();
  }

  /** What a full verification finds in the chain of this case. */
  private List<JsonObject> faultsOf(String number) throws Exception {
    Instant begun = Instant.now();
    assertThat(
            visitor("auditor")
                .fill("/ledger", "verification", Map.of("verification:verify", ""))
                .status())
        .isEqualTo(302);
    ApiUser auditor = ApiUser.of(server, "auditor");
    for (int tries = 0; tries < TRIES; tries++) {
      HttpResponse<String> answer = auditor.get("ledger/verification");
      if (answer.statusCode() == 200
          && Instant.parse(ApiUser.json(answer).getString("begunAt")).isAfter(begun)) {
        String chain =
            new String(column(number, "select c.handle from case_file c").getFirst(), UTF_8);
        return ApiUser.json(answer).getJsonArray("faults").getValuesAs(JsonObject.class).stream()
            .filter(fault -> fault.getString("chain", "").equals(chain))
            .toList();
      }
      Thread.sleep(200);
    }
    throw new AssertionError("the verification did not end");
  }

  @Test
  void aCaseThatIsNotThereAndOneThatIsKeptAreTold() throws Exception {
    assertThat(ask("kustodian", "2026-ZZZZZZ").body()).contains("Tidak ada perkara bernomor");
    String number = openCase();
    close(number);
    Visitor early =
        visitor("kustodian")
            .fill("/erasures/new", "ask", form(number, Ground.RETENTION_OVER.name(), BASIS));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.body()).contains("masih disimpan sampai").contains(BASIS);
  }

  @Test
  void nobodyElseErases() throws Exception {
    for (String user : List.of("admin", "investigator", "auditor", "pimpinan")) {
      assertThat(visitor(user).get("/erasures").status()).as(user).isEqualTo(403);
      assertThat(visitor(user).get("/erasures/new").status()).as(user).isEqualTo(403);
    }
  }

  private Visitor ask(String user, String number) throws Exception {
    return visitor(user)
        .fill("/erasures/new", "ask", form(number, Ground.COURT_ORDER.name(), BASIS));
  }

  private static Map<String, String> form(String number, String ground, String basis) {
    return Map.of("ask:number", number, "ask:ground", ground, "ask:basis", basis, "ask:submit", "");
  }

  private Visitor carryOut(String user, String number, String typed) throws Exception {
    return visitor(user)
        .fill("/erasures/" + number, "erase", Map.of("erase:typed", typed, "erase:carry-out", ""));
  }

  private Visitor visitor(String user) throws Exception {
    return new Visitor(server).signIn(user, "jejak-demo");
  }

  private String openCase() throws Exception {
    ApiUser investigator = ApiUser.of(server, "investigator");
    String opening =
        """
        {"title":"Perkara yang akan dihapus","allegation":"Uraian dengan kata %s.",
         "happenedFrom":"2026-06-01","subjects":[{"name":"Rudi Hartono","norms":["KE-06"]}]}"""
            .formatted(word);
    String number = done(investigator.post("cases", opening)).getString("number");
    post(
        "investigator",
        number,
        "assignment",
        "{\"investigator\":\"%s\"}".formatted(server.nip("investigator")));
    return number;
  }

  private void close(String number) throws Exception {
    post(
        "investigator",
        number,
        "findings",
        """
        {"findings":[{"matter":1,"proven":false,"facts":"Tidak terbukti."}],"authority":"%s"}"""
            .formatted(server.nip("pejabat")));
    post(
        "pejabat",
        number,
        "decision",
        "{\"matter\":1,\"outcome\":\"not_proven\",\"reason\":\"Tidak ada bukti yang cukup.\"}");
    post("investigator", number, "closing", "{\"reason\":\"Tidak ada yang perlu diteruskan.\"}");
  }

  private JsonObject post(String user, String number, String step, String body) throws Exception {
    return done(ApiUser.of(server, user).post("cases/%s/%s".formatted(number, step), body));
  }

  private static JsonObject done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return ApiUser.json(answer);
  }

  private void awaitHits(int wanted) throws Exception {
    String asked = "{\"q\":\"%s\"}".formatted(word);
    int hits = -1;
    for (int tries = 0; hits != wanted && tries < TRIES; tries++) {
      hits =
          done(ApiUser.of(server, "investigator").post("search", asked))
              .getJsonArray("hits")
              .size();
      Thread.sleep(50);
    }
    assertThat(hits).isEqualTo(wanted);
  }

  private List<byte[]> column(String number, String select) throws Exception {
    return column(number, select, "case_ref");
  }

  private List<byte[]> column(String number, String select, String chain) throws Exception {
    try (Connection database = server.database();
        PreparedStatement statement =
            database.prepareStatement(
                select
                    + " where "
                    + chain
                    + " = (select handle from case_file where number = ?)")) {
      statement.setString(1, number);
      List<byte[]> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getBytes(1));
        }
      }
      return values;
    }
  }

  private Verdict judged(JsonObject answer) throws Exception {
    String proof = answer.getJsonObject("receipt").getString("proof");
    List<VerifierKey> keys =
        server
            .get("/log/keys")
            .body()
            .lines()
            .filter(line -> line.contains("/records+"))
            .limit(1) // Ed25519 is always the first
            .map(VerifierKey::parse)
            .toList();
    return new ReceiptCheck(Policy.of(keys), List.of())
        .judge(proof.getBytes(UTF_8))
        .finding()
        .verdict();
  }
}
