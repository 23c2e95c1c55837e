package org.jejak.declarations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jejak.ApiUser;
import org.jejak.TheServer;
import org.junit.jupiter.api.Test;

/** A declaration as programs and the database meet it. */
class DeclarationsIT {
  private static final String REASON = "Urusan dialihkan kepada pejabat lain di bidang ini.";

  private final TheServer server = TheServer.demo();

  @Test
  void aDeclarationIsFiledAndDecidedAndEachHasItsReceipt() throws Exception {
    JsonObject filed = created(asn().post("declarations", actual("Lelang alat tulis")));
    assertThat(filed.getJsonObject("receipt").getString("state")).isEqualTo("logged");
    String number = filed.getString("number");

    JsonObject seen = ApiUser.json(superior().get("declarations/" + number));
    assertThat(seen.getString("stage")).isEqualTo("FILED");
    assertThat(seen.getBoolean("pauses")).isTrue();
    assertThat(superior().get("declarations?list=to-review&size=200").body()).contains(number);

    JsonObject decided = created(superior().post(path(number, "decision"), control(seen)));
    assertThat(decided.getJsonObject("receipt").getJsonNumber("index").longValue()).isPositive();
    JsonObject after = ApiUser.json(asn().get("declarations/" + number));
    assertThat(after.getBoolean("pauses")).isFalse();
    assertThat(after.getJsonObject("decision").getString("control")).isEqualTo("CTL-RECUSE");
    assertThat(superior().get("declarations?list=to-review&size=200").body())
        .doesNotContain(number);
  }

  @Test
  void whoHasNoPartInItCannotTellThatItIsThere() throws Exception {
    String number = filed();
    for (String user : new String[] {"pelapor", "investigator", "admin", "pimpinan"}) {
      HttpResponse<String> hidden = ApiUser.of(server, user).get("declarations/" + number);
      HttpResponse<String> absent = ApiUser.of(server, user).get("declarations/D-0000-0000");
      assertThat(hidden.statusCode()).as(user).isEqualTo(404);
      assertThat(hidden.body()).isEqualTo(absent.body());
    }
  }

  @Test
  void aDecisionIsMadeOnceAndOnWhatWasRead() throws Exception {
    String number = filed();
    JsonObject seen = ApiUser.json(superior().get("declarations/" + number));
    String stale =
        control(seen).replace("\"version\":" + seen.getInt("version"), "\"version\":4711");
    refused(409, "stale", superior().post(path(number, "decision"), stale));
    created(superior().post(path(number, "decision"), control(seen)));
    refused(409, "declaration.stage", superior().post(path(number, "decision"), control(seen)));
  }

  @Test
  void nobodyDecidesOnTheirOwn() throws Exception {
    JsonObject filed = created(superior().post("declarations", actual("Izin usaha adik")));
    String number = filed.getString("number");
    JsonObject seen = ApiUser.json(superior().get("declarations/" + number));
    refused(403, "declaration.own", superior().post(path(number, "decision"), control(seen)));
  }

  @Test
  void whoHasAnInterestTooPassesItOnAndSeesItNoMore() throws Exception {
    String number = filed();
    JsonObject seen = ApiUser.json(superior().get("declarations/" + number));
    String body = "{\"version\":%d}".formatted(seen.getInt("version"));
    created(superior().post(path(number, "passing-on"), body));
    assertThat(superior().get("declarations/" + number).statusCode()).isEqualTo(404);
    JsonObject after = ApiUser.json(asn().get("declarations/" + number));
    assertThat(after.getString("reviewer")).isNotEqualTo(seen.getString("reviewer"));
  }

  @Test
  void aYearlyListIsFiledOnceAYear() throws Exception {
    String nothing = "{\"kind\":\"YEARLY\",\"interests\":[]}";
    assertThat(asn().post("declarations", nothing).statusCode()).isIn(201, 409);
    refused(409, "declaration.yearly-there", asn().post("declarations", nothing));
  }

  @Test
  void theSameKeyFilesOnce() throws Exception {
    String key = UUID.randomUUID().toString();
    String body = actual("Sewa gedung");
    String first = created(asn().post("declarations", body, key)).getString("number");
    assertThat(created(asn().post("declarations", body, key)).getString("number")).isEqualTo(first);
  }

  @Test
  void whatCannotBeIsRefusedWithItsCode() throws Exception {
    String one = "{\"kind\":\"ACTUAL\",\"interests\":[%s]}";
    String interest =
        "{\"source\":\"%s\",\"nature\":\"%s\",\"description\":\"%s\",\"matter\":\"%s\"}";
    refused(422, "declaration.nothing-actual", asn().post("declarations", one.formatted("")));
    refused(
        422,
        "declaration.source",
        asn().post("declarations", one.formatted(interest.formatted("SRC-X", "ACTUAL", "a", "b"))));
    refused(
        422,
        "declaration.matter-missing",
        asn()
            .post(
                "declarations", one.formatted(interest.formatted("SRC-GIFT", "ACTUAL", "a", ""))));
    refused(
        422,
        "fields",
        asn()
            .post(
                "declarations", one.formatted(interest.formatted("SRC-GIFT", "ACTUAL", "", "b"))));
    refused(
        422,
        "declaration.year",
        asn().post("declarations", "{\"kind\":\"YEARLY\",\"year\":2001,\"interests\":[]}"));
    refused(422, "declaration.list", asn().get("declarations?list=all"));
    refused(404, "unknown", asn().get("declarations/nonsense"));
    refused(400, "body.unreadable", asn().post("declarations", "{\"kind\":\"SOMETIMES\"}"));
  }

  @Test
  void aControlHasAnEndThatIsToComeAndAReason() throws Exception {
    String number = filed();
    String body = "{\"version\":1,\"control\":\"%s\",\"until\":%s,\"reason\":\"%s\"}";
    String path = path(number, "decision");
    refused(
        422,
        "declaration.control-open",
        superior().post(path, body.formatted("CTL-RECUSE", "null", REASON)));
    refused(
        422,
        "declaration.until-past",
        superior().post(path, body.formatted("CTL-RECUSE", "\"2020-01-01\"", REASON)));
    refused(
        422,
        "declaration.control",
        superior().post(path, body.formatted("CTL-PAUSE", "\"2099-01-01\"", REASON)));
    refused(422, "fields", superior().post(path, body.formatted("CTL-NONE", "null", "ya")));
  }

  @Test
  void theDatabaseRefusesAChangeThatTheLogDoesNotKnow() throws Exception {
    String number = filed();
    try (Connection database = server.database()) {
      for (String change :
          new String[] {
            "update declaration set for_year = 2025 where number = '%s'",
            "update interest set description = 'x' where declaration_id ="
                + " (select id from declaration where number = '%s')",
            "delete from interest where declaration_id ="
                + " (select id from declaration where number = '%s')"
          }) {
        assertThatThrownBy(() -> database.createStatement().executeUpdate(change.formatted(number)))
            .as(change)
            .isInstanceOf(SQLException.class);
      }
    }
  }

  private String filed() throws Exception {
    return created(asn().post("declarations", actual("Permohonan izin"))).getString("number");
  }

  private static String actual(String matter) {
    return """
        {"kind":"ACTUAL","interests":[{"source":"SRC-FAMILY","nature":"ACTUAL",
        "description":"Adik kandung menjadi pemohon <script>alert(1)</script>","matter":"%s"}]}
        """
        .formatted(matter);
  }

  private static String control(JsonObject seen) {
    return "{\"version\":%d,\"control\":\"CTL-RECUSE\",\"until\":\"2099-12-31\",\"reason\":\"%s\"}"
        .formatted(seen.getInt("version"), REASON);
  }

  private static String path(String number, String step) {
    return "declarations/%s/%s".formatted(number, step);
  }

  private static JsonObject created(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return ApiUser.json(answer);
  }

  private static void refused(int status, String code, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(ApiUser.json(answer).getString("code")).isEqualTo(code);
  }

  private ApiUser asn() throws Exception {
    return ApiUser.of(server, "asn");
  }

  private ApiUser superior() throws Exception {
    return ApiUser.of(server, "atasan");
  }
}
