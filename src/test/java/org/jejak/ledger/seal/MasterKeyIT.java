package org.jejak.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jejak.ApiUser;
import org.jejak.TheServer;
import org.jejak.Visitor;
import org.junit.jupiter.api.Test;

/** The master key of a running demo agency. */
class MasterKeyIT {
  private final TheServer server = TheServer.demo();

  @Test
  void anotherMasterKeyWrapsEveryDataKeyAndNothingBecomesUnreadable() throws Exception {
    Path file = server.data().resolve("keys/master.keys");
    List<String> before = Files.readAllLines(file);
    String case1 = aCase();
    String read = allegation(case1);
    assertThat(read).hasSizeGreaterThan(20).doesNotContain("\uFFFD");

    Visitor administrator = new Visitor(server).signIn("admin", "jejak-demo");
    administrator.fill(
        "/admin/log", "master-form", Map.of("master-form:rotate-master", "rotate-master"));
    assertThat(administrator.status()).isEqualTo(302);

    List<String> after = Files.readAllLines(file);
    assertThat(after).hasSize(before.size() + 1).startsWith(before.toArray(String[]::new));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--------");
    String current = after.getLast().substring(0, 8);
    assertThat(
            one(
                "select string_agg(distinct master, ' ') from ledger_key where wrapped is not null"))
        .isEqualTo(current);
    assertThat(
            one(
                "select count(*) from ledger_entry"
                    + " where convert_from(bytes, 'UTF8') like '%ledger.master-key-rotated/1%"
                    + current
                    + "%'"))
        .isEqualTo("1");
    assertThat(allegation(case1)).isEqualTo(read);
  }

  @Test
  void aDumpShowsNoStoryAndNoKey() throws Exception {
    String story = allegation(aCase());
    assertThat(
            one(
                "select count(*) from case_file where position(convert_to('"
                    + story.substring(0, 20).replace("'", "''")
                    + "', 'UTF8') in allegation) > 0"))
        .isEqualTo("0");
    assertThat(one("select count(*) from case_file where get_byte(allegation, 0) = 0"))
        .as("plain; 1 is sealed, 2 erased")
        .isEqualTo("0");
    assertThat(one("select count(*) from ledger_key where octet_length(wrapped) <> 12 + 32 + 16"))
        .isEqualTo("0");
  }

  private String aCase() throws Exception {
    return ApiUser.json(ApiUser.of(server, "investigator").get("cases?stage=examination"))
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .get(0)
        .getString("number");
  }

  private String allegation(String number) throws Exception {
    return ApiUser.json(ApiUser.of(server, "investigator").get("cases/" + number))
        .getString("allegation");
  }

  private String one(String query) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
