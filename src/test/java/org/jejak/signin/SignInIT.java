package org.jejak.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jejak.TheServer;
import org.jejak.Visitor;
import org.junit.jupiter.api.Test;

/** Sign-in as a browser, a program and a thief meet it. */
class SignInIT {
  private static final String PASSWORD = "jejak-demo";
  private static final String OWN = "meja kursi lampu pintu";

  private final TheServer server = TheServer.demo();

  @Test
  void aSessionHasTwoCookiesThatNoScriptReads() throws Exception {
    Visitor asn = new Visitor(server).signIn("asn", PASSWORD);
    assertThat(asn.leadsTo()).isEqualTo("/home");
    assertThat(asn.setCookies.get("JSESSIONID")).contains("HttpOnly");
    assertThat(asn.setCookies.get("jejak_b")).contains("HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(asn.cookies.get("jejak_b")).hasSize(43);
    assertThat(asn.get("/home").status()).isEqualTo(200);
  }

  @Test
  void eitherCookieAloneOpensNothing() throws Exception {
    Visitor asn = new Visitor(server).signIn("asn", PASSWORD);
    for (String cookie : List.of("JSESSIONID", "jejak_b")) {
      Visitor thief = Visitor.with(server, Map.of(cookie, asn.cookies.get(cookie)));
      assertThat(thief.get("/home").leadsTo()).isEqualTo("/sign-in");
    }
    assertThat(asn.get("/home").status()).as("the owner stays in").isEqualTo(200);
  }

  @Test
  void aPlantedSessionIsNotTheOneThatBegins() throws Exception {
    Visitor attacker = new Visitor(server).signIn("asn", PASSWORD);
    Map<String, String> planted = Map.copyOf(attacker.cookies);
    Visitor victim = Visitor.with(server, planted).signIn("atasan", PASSWORD);
    assertThat(victim.cookies.get("JSESSIONID")).isNotEqualTo(planted.get("JSESSIONID"));
    assertThat(victim.cookies.get("jejak_b")).isNotEqualTo(planted.get("jejak_b"));
    assertThat(Visitor.with(server, planted).get("/home").leadsTo()).isEqualTo("/sign-in");
  }

  @Test
  void signingOutEndsTheSessionAlsoForWhoKeptTheCookies() throws Exception {
    Visitor asn = new Visitor(server).signIn("asn", PASSWORD);
    Map<String, String> kept = Map.copyOf(asn.cookies);
    assertThat(asn.post("/sign-out", Map.of()).leadsTo()).isEqualTo("/sign-in");
    assertThat(Visitor.with(server, kept).get("/home").leadsTo()).isEqualTo("/sign-in");
  }

  @Test
  void oneIsLedWhereOneWantedToGoButNeverElsewhere() throws Exception {
    Map<String, String> fields = Map.of("username", "asn", "password", PASSWORD, "enter", "x");
    assertThat(
            new Visitor(server)
                .fill("/sign-in?next=%2Fdeclarations", "sign-in-form", fields)
                .leadsTo())
        .isEqualTo("/declarations");
    for (String next : List.of("%2F%2Fevil.example", "https:%2F%2Fevil.example", "%2F%5Cevil")) {
      assertThat(
              new Visitor(server).fill("/sign-in?next=" + next, "sign-in-form", fields).leadsTo())
          .isEqualTo("/home");
    }
  }

  @Test
  void aPublicPageMakesNeitherSessionNorCookie() throws Exception {
    for (String path : List.of("/", "/sign-in", "/report", "/verify", "/help")) {
      assertThat(new Visitor(server).get(path).setCookies).as(path).isEmpty();
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreTheSameAnswer() throws Exception {
    HttpResponse<String> wrong = token("majelis", "wrong");
    HttpResponse<String> unknown = token("nobody-at-all", "wrong");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(json(wrong).getString("code")).isEqualTo("signin.wrong");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void ofManyWrongPasswordsAtOnceFiveAreLookedAt() throws Exception {
    List<Callable<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      tries.add(() -> token("guessed-at-once", "wrong").statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      for (Future<Integer> status : threads.invokeAll(tries)) {
        statuses.add(status.get());
      }
    }
    assertThat(statuses).containsOnly(401, 429);
    assertThat(statuses.stream().filter(status -> status == 401).count()).isLessThanOrEqualTo(5);
    HttpResponse<String> next = token("guessed-at-once", "wrong");
    assertThat(next.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(next.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
  }

  @Test
  void whoWasKeptOutByOthersComesInFromTheirOwnBrowser() throws Exception {
    Visitor owner = new Visitor(server).signIn("upg", PASSWORD);
    String device = owner.cookies.get("jejak_d");
    for (int i = 0; i < 6; i++) {
      token("upg", "wrong");
    }
    Visitor stranger = new Visitor(server).signIn("upg", PASSWORD);
    assertThat(stranger.status()).isEqualTo(429);
    assertThat(stranger.body()).contains("Tunggu 1 menit");
    Visitor known = Visitor.with(server, Map.of("jejak_d", device)).signIn("upg", PASSWORD);
    assertThat(known.leadsTo()).isEqualTo("/home");
  }

  @Test
  void theThrottleKeepsNoName() throws Exception {
    token("budi-yang-dicoba", "wrong");
    assertThat(count("select count(*) from sign_in_tries where bucket ~ '^[0-9a-f]{64}$'"))
        .isPositive();
    assertThat(count("select count(*) from sign_in_tries where bucket !~ '^[0-9a-f]{64}$'"))
        .isZero();
  }

  @Test
  void aTokenOpensUntilItIsOverOrGivenBack() throws Exception {
    String token = json(token("kepegawaian", PASSWORD)).getString("token");
    assertThat(token).hasSize(43);
    assertThat(cases(token)).isEqualTo(200);
    assertThat(count("select count(*) from api_token where hash = '" + token + "'")).isZero();
    HttpResponse<String> back =
        server.send(
            HttpRequest.newBuilder(server.address().resolve("api/v1/tokens/current"))
                .header("Authorization", "Bearer " + token)
                .DELETE());
    assertThat(back.statusCode()).isEqualTo(204);
    assertThat(cases(token)).isEqualTo(401);

    String late = json(token("kepegawaian", PASSWORD)).getString("token");
    change(
        "update api_token set expires_at = now() - interval '1 second' where hash = ?",
        Secret.hash(late));
    assertThat(cases(late)).isEqualTo(401);
    assertThat(cases("made-up")).isEqualTo(401);
  }

  @Test
  void anAdministratorSeesNoCaseAndOpensNoneToThemselves() throws Exception {
    assertThat(cases(json(token("admin", PASSWORD)).getString("token"))).isEqualTo(403);
    Visitor admin = new Visitor(server).signIn("admin", PASSWORD);
    String page = "/admin/people/" + nipOf("admin");
    Map<String, String> grant =
        Map.of("given", "INVESTIGATOR", "reason-to-give", "surat tugas 1", "grant-button", "x");
    assertThat(admin.fill(page, "grant-form", grant).status()).isEqualTo(409);
    assertThat(admin.body()).contains("Minta administrator lain");
    assertThat(admin.get("/cases").status()).isNotEqualTo(200);
  }

  @Test
  void whoIsNoAdministratorSeesNothingOfTheirPages() throws Exception {
    Visitor investigator = new Visitor(server).signIn("investigator", PASSWORD);
    for (String path : List.of("/admin", "/admin/people", "/admin/units", "/admin/accounts")) {
      assertThat(investigator.get(path).status()).as(path).isEqualTo(403);
      assertThat(investigator.body()).doesNotContain("kustodian");
    }
  }

  @Test
  void aRoleCountsFromTheNextRequestAndIsGoneWithTheNext() throws Exception {
    Visitor admin = new Visitor(server).signIn("admin", PASSWORD);
    String page = "/admin/people/" + nipOf("pelapor");
    String token = json(token("pelapor", PASSWORD)).getString("token");
    assertThat(cases(token)).isEqualTo(403);
    admin.fill(
        page,
        "grant-form",
        Map.of("given", "PERSONNEL", "reason-to-give", "surat tugas 9", "grant-button", "x"));
    assertThat(cases(token)).isEqualTo(200);
    admin.fill(
        page,
        "revoke-form",
        Map.of("taken", "PERSONNEL", "reason-to-take", "tugas selesai", "revoke-button", "x"));
    assertThat(cases(token)).isEqualTo(403);
  }

  @Test
  void aNewAccountOpensNothingBeforeItsOwnerChoseAPassword() throws Exception {
    Visitor admin = new Visitor(server).signIn("admin", PASSWORD);
    String page = "/admin/people/" + nipWithoutAccount();
    Map<String, String> made =
        Map.of("username", "baru.sekali", "first-password", "kuda hijau sekali lagi", "make", "x");
    admin.fill(page, "make-form", made);
    assertThat(token("baru.sekali", "kuda hijau sekali lagi").statusCode()).isEqualTo(409);
    Visitor owner = new Visitor(server).signIn("baru.sekali", "kuda hijau sekali lagi");
    assertThat(owner.get("/home").leadsTo()).isEqualTo("/account");
    assertThat(owner.get("/declarations").leadsTo()).isEqualTo("/account");
    assertThat(owner.get("/account/../home").status()).as("no way around").isNotEqualTo(200);
    Visitor elsewhere = new Visitor(server).signIn("baru.sekali", "kuda hijau sekali lagi");
    Map<String, String> change =
        Map.of("present", "kuda hijau sekali lagi", "wanted", OWN, "again", OWN, "change", "x");
    owner.fill("/account", "password-form", change);
    assertThat(owner.get("/home").status()).isEqualTo(200);
    assertThat(elsewhere.get("/account").leadsTo()).as("other sessions end").isEqualTo("/sign-in");

    admin.fill(page, "state-form", Map.of("disable", "x"));
    assertThat(owner.get("/home").leadsTo()).as("closed at once").isEqualTo("/sign-in");
    assertThat(token("baru.sekali", OWN).statusCode()).isEqualTo(401);
  }

  @Test
  void aPasswordThatEverybodyTriesIsRefusedAndTheFormSaysWhy() throws Exception {
    Visitor asn = new Visitor(server).signIn("asn", PASSWORD);
    Map<String, String> change =
        Map.of(
            "present",
            PASSWORD,
            "wanted",
            "jejak-demo-2026",
            "again",
            "jejak-demo-2026",
            "change",
            "x");
    assertThat(asn.fill("/account", "password-form", change).status()).isEqualTo(422);
    assertThat(asn.body()).contains("paling sering dicoba");
    assertThat(asn.get("/account").status()).as("the session goes on").isEqualTo(200);
  }

  @Test
  void passwordsAreKeptAsArgon2AndDifferThoughTheyAreTheSame() throws Exception {
    assertThat(count("select count(*) from account where password !~ '^\\$argon2id\\$v=19\\$m=47'"))
        .isZero();
    assertThat(count("select count(*) - count(distinct password) from account")).isZero();
  }

  private HttpResponse<String> token(String username, String password) throws Exception {
    String body =
        Json.createObjectBuilder()
            .add("username", username)
            .add("password", password)
            .build()
            .toString();
    return server.send(
        HttpRequest.newBuilder(server.address().resolve("api/v1/tokens"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private int cases(String token) throws Exception {
    return server
        .send(
            HttpRequest.newBuilder(server.address().resolve("api/v1/cases"))
                .header("Authorization", "Bearer " + token))
        .statusCode();
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private String nipOf(String username) throws Exception {
    return text(
        "select p.nip from person p join account a on a.person = p.handle where a.username = '"
            + username
            + "'");
  }

  private String nipWithoutAccount() throws Exception {
    return text(
        "select p.nip from person p where not exists"
            + " (select 1 from account a where a.person = p.handle) order by p.nip limit 1");
  }

  private long count(String sql) throws Exception {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws Exception {
    try (Connection database = server.database();
        PreparedStatement select = database.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private void change(String sql, String value) throws Exception {
    try (Connection database = server.database();
        PreparedStatement update = database.prepareStatement(sql)) {
      update.setString(1, value);
      assertThat(update.executeUpdate()).isOne();
    }
  }
}
