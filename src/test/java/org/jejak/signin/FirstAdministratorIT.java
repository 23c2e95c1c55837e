package org.jejak.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jejak.TheServer;
import org.jejak.Visitor;
import org.junit.jupiter.api.Test;

/** The way in before there is any account. */
class FirstAdministratorIT {
  private static final String PASSWORD = "kuda hijau sekali lagi";

  private final TheServer server = TheServer.empty();

  @Test
  void theLinkWorksOnceAndOnlyItsOwnerCanReadIt() throws Exception {
    Path file = server.data().resolve(FirstAdministrator.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String link = Files.readString(file).strip();

    assertThat(new Visitor(server).get("/sign-in/first?code=made-up").body())
        .contains("sudah dipakai atau sudah lewat")
        .doesNotContain("first-form");

    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("unit-name", "Inspektorat <script>alert(1)</script>");
    fields.put("unit-code", "00");
    fields.put("name", "Dr. Sri Rahayu, S.H.");
    fields.put("nip", "19801315 200501 2 003");
    fields.put("position", "Pengelola sistem");
    fields.put("username", "pertama");
    fields.put("password", PASSWORD);
    fields.put("again", PASSWORD);
    fields.put("make", "x");
    Visitor visitor = new Visitor(server);
    assertThat(visitor.fill(link, "first-form", fields).status()).isEqualTo(422);
    assertThat(visitor.body())
        .contains("tanggal lahir")
        .as("what was typed stays")
        .contains("Pengelola sistem")
        .doesNotContain("<script>alert");

    fields.put("nip", "19800215 200501 2 003");
    assertThat(visitor.fill(link, "first-form", fields).leadsTo()).isEqualTo("/sign-in");
    assertThat(file).doesNotExist();
    assertThat(new Visitor(server).get(link).body()).doesNotContain("first-form");

    Visitor admin = new Visitor(server).signIn("pertama", PASSWORD);
    assertThat(admin.get("/admin/people").status()).isEqualTo(200);
    assertThat(admin.body())
        .contains("Sri Rahayu", "&lt;script&gt;")
        .doesNotContain("<script>alert");
    Map<String, String> revoke =
        Map.of("taken", "ADMINISTRATOR", "reason-to-take", "pindah tugas", "revoke-button", "x");
    assertThat(admin.fill("/admin/people/198002152005012003", "revoke-form", revoke).status())
        .isEqualTo(409);
    assertThat(admin.body()).contains("administrator terakhir");
  }
}
