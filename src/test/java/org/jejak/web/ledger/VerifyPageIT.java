package org.jejak.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.TheServer;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.verify.Policy;
import org.jejak.tlog.verify.ReceiptCheck;
import org.jejak.tlog.verify.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on which anybody checks a receipt: by number, pasted, uploaded, and wrongly. */
class VerifyPageIT {
  private static final String BOUNDARY = "a-line-that-no-receipt-has";

  private final TheServer server = TheServer.demo();
  private JsonObject receipt;
  private String proof;

  @BeforeEach
  void report() throws Exception {
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(server.address().resolve("api/v1/reports"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Prefer", "wait=10")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"allegation\":\"Uang tambahan di loket\",\"persons\":[]}")));
    receipt =
        Json.createReader(new StringReader(answer.body())).readObject().getJsonObject("receipt");
    proof = receipt.getString("proof");
  }

  private static String find(String pattern, String body) {
    Matcher matcher = Pattern.compile(pattern).matcher(body);
    assertThat(matcher.find()).as("%s in %s", pattern, body).isTrue();
    return matcher.group(1);
  }

  private String token() throws Exception {
    return find("name=\"form\" value=\"([^\"]+)\"", server.get("verify").body());
  }

  private HttpResponse<String> bring(String token, String text, byte[] file, String language)
      throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "form", "", token.getBytes(StandardCharsets.UTF_8));
    part(body, "text", "", text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    part(body, "file", "; filename=\"mine.tlog-proof\"", file);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return server.send(
        HttpRequest.newBuilder(server.address().resolve("verify/check" + language))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String name, String more, byte[] content) {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
            .formatted(BOUNDARY, name, more);
    body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private HttpResponse<String> paste(String text) throws Exception {
    return bring(token(), text, new byte[0], "");
  }

  private HttpResponse<String> upload(byte[] file) throws Exception {
    return bring(token(), "", file, "?lang=en");
  }

  @Test
  void theNumberTellsTheStateAndNothingElse() throws Exception {
    HttpResponse<String> page = server.get(receipt.getString("url").substring(1));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(page.body())
        .contains("Dalam log, catatan no.", "Belum disaksikan", "<path fill=\"#000\"")
        .doesNotContain("report.received", "<script", ".tlog-proof\" href", "data:application");
    assertThat(paste("lihat " + receipt.getString("url")).body())
        .as("the address in the larger field")
        .contains("Dalam log, catatan no.");
  }

  @Test
  void aReceiptIsGenuineHoweverItIsBrought() throws Exception {
    HttpResponse<String> pasted = paste(proof);
    assertThat(pasted.statusCode()).isEqualTo(200);
    assertThat(pasted.body()).contains("Asli, belum disaksikan", "report.received/1");
    assertThat(pasted.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(paste("\n" + proof.stripTrailing()).body())
        .as("pasted without its last end of line")
        .contains("Asli, belum disaksikan");
    HttpResponse<String> uploaded = upload(proof.getBytes(StandardCharsets.UTF_8));
    assertThat(uploaded.statusCode()).isEqualTo(200);
    assertThat(uploaded.body()).contains("Genuine, not witnessed", "<html lang=\"en\"");
  }

  @Test
  void whatWasChangedIsRefusedInOneSentenceAndKept() throws Exception {
    ProofText read = ProofText.parse(proof);
    String beyond = proof.replace("\nindex " + read.index(), "\nindex 99999999");
    HttpResponse<String> wrong = paste(beyond);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Tidak sah", "Nomornya 99.999.999", "index 99999999");
    HttpResponse<String> text = paste("Yth. Inspektorat, mohon diperiksa ".repeat(20));
    assertThat(text.statusCode()).isEqualTo(422);
    assertThat(text.body()).contains("c2sp.org/tlog-proof@v1", "Yth. Inspektorat");
    byte[] bytes = proof.getBytes(StandardCharsets.UTF_8);
    bytes[40] ^= 1;
    HttpResponse<String> flipped = upload(bytes);
    assertThat(flipped.statusCode()).isEqualTo(422);
    assertThat(flipped.body()).contains("Not genuine");
  }

  @Test
  void whatCannotBeAReceiptIsAnswered() throws Exception {
    assertThat(upload(new byte[700_000]).body()).contains("It has 700,").contains("not read");
    HttpResponse<String> large = upload(new byte[2_000_000]);
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(large.body()).contains("not read");
    assertThat(upload(new byte[30_000_000]).statusCode()).isEqualTo(413);
    assertThat(paste("").body()).contains("Belum ada yang diperiksa");
    HttpResponse<String> old = bring("not-a-token", proof, new byte[0], "");
    assertThat(old.statusCode()).isEqualTo(422);
    assertThat(old.body()).contains("sudah lama terbuka").contains("tlog-proof@v1");
    assertThat(server.get("verify/check?lang=en").headers().firstValue("Location"))
        .contains("/verify?lang=en");
    HttpResponse<String> typo = server.get("verify?r=" + "0".repeat(31));
    assertThat(typo.statusCode()).isEqualTo(404);
    assertThat(typo.body()).contains("tidak dikenal").contains("0".repeat(31));
  }

  @Test
  void theOfflineVerifierIsAFileWithOurKeysAndNoPage() throws Exception {
    HttpResponse<String> file = server.get("verify/offline");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"jejak-verify.html\"");
    String keys = server.get("log/keys").body();
    assertThat(file.body()).contains(keys.lines().findFirst().orElseThrow(), "default-src 'none'");
    assertThat(
            new ReceiptCheck(Policy.ofKeys(keys), java.util.List.of())
                .judge(proof.getBytes(StandardCharsets.UTF_8))
                .finding()
                .verdict())
        .isEqualTo(Verdict.GENUINE);
  }

  @Test
  void noByteThatIsFlippedPassesOurOwnKeys() throws IOException, InterruptedException {
    Policy policy = Policy.ofKeys(server.get("log/keys").body());
    byte[] good = proof.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < good.length; i++) {
      byte[] changed = Arrays.copyOf(good, good.length);
      changed[i] ^= 1;
      assertThat(
              new ReceiptCheck(policy, java.util.List.of())
                  .judge(changed)
                  .finding()
                  .verdict()
                  .isGenuine())
          .as("byte %d", i)
          .isFalse();
    }
  }
}
