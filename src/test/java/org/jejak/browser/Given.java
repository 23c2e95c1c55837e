package org.jejak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jejak.ApiUser;
import org.jejak.TheServer;

/** What has happened before somebody sits down at a browser: done through REST, in a moment. */
final class Given {
  private static final int TRIES = 200;

  private Given() {}

  /** A word that stands in one text alone. */
  static String word() {
    return "xq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "abc";
  }

  /** A report that tells this, and can be found by it. */
  static void report(String story) throws Exception {
    TheServer server = TheServer.demo();
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(server.address().resolve("api/v1/reports"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"allegation\":\"%s\"}".formatted(story))));
    done(answer);
    for (int tries = 0; hits(story).isEmpty(); tries++) {
      assertThat(tries).as("tries to find " + story).isLessThan(TRIES);
      Thread.sleep(100);
    }
  }

  private static JsonArray hits(String words) throws Exception {
    String asked = "{\"q\":\"%s\"}".formatted(words);
    return done(ApiUser.of(TheServer.demo(), "investigator").post("search", asked))
        .getJsonArray("hits");
  }

  /** A case of two proven matters, discipline and ethics, that lies before {@code pejabat}. */
  static String caseToDecide() throws Exception {
    ApiUser investigator = ApiUser.of(TheServer.demo(), "investigator");
    String opening =
        """
        {"title":"Pungutan di loket perizinan","allegation":"Meminta uang kepada pemohon.",
         "happenedFrom":"2026-06-01",
         "subjects":[{"name":"Rudi Hartono","norms":["K4f","KE-06"]}]}""";
    String number = done(investigator.post("cases", opening)).getString("number");
    String path = "cases/%s/".formatted(number);
    String own = "{\"investigator\":\"%s\"}".formatted(TheServer.demo().nip("investigator"));
    done(investigator.post(path + "assignment", own));
    String findings =
        """
        {"findings":[{"matter":1,"proven":true,"facts":"Daftar hadir Juni 2026."},
                     {"matter":2,"proven":true,"facts":"Keterangan tiga pemohon."}],
         "authority":"%s"}"""
            .formatted(TheServer.demo().nip("pejabat"));
    done(investigator.post(path + "findings", findings));
    return number;
  }

  private static JsonObject done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return ApiUser.json(answer);
  }
}
