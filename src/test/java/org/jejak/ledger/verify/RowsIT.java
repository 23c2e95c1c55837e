package org.jejak.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jejak.ApiUser;
import org.jejak.TheServer;
import org.jejak.Visitor;
import org.jejak.ledger.verify.StateAttack.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a database administrator with every right does to a recorded row, each column of each table,
 * is found and named. Each attack has its control: before and after it everything fits.
 */
class RowsIT {
  /** Columns that say which row it is; each is attacked alone. */
  private static final Set<String> NAMES = Set.of("row_ref", "case_ref", "seq");

  /** A fault: its kind, table, and row or {@code row/column}. */
  private record Named(String kind, String table, String field) {}

  private static Visitor page;

  private final TheServer server = TheServer.demo();

  /** What the demo agency has none of: an envelope, and an issued report. */
  @BeforeEach
  void everyTableHasARow() throws Exception {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select exists (select 1 from reporter_identity), exists (select 1 from"
                    + " integrity_report)")) {
      row.next();
      if (!row.getBoolean(1)) {
        String body =
            "{\"allegation\":\"Sebuah laporan yang cukup panjang untuk diterima di sini.\","
                + "\"persons\":[{\"name\":\"Seseorang\"}],"
                + "\"reporter\":{\"name\":\"Pelapor\",\"contact\":\"surat\"}}";
        assertThat(ApiUser.of(server, "auditor").post("reports", body).statusCode()).isEqualTo(201);
      }
      if (!row.getBoolean(2)) {
        Visitor leader = new Visitor(server).signIn("pimpinan", "jejak-demo");
        leader.fill("/insight?period=2025", "issue", Map.of("issue:submit", "issue:submit"));
        assertThat(leader.status()).isEqualTo(302);
      }
    }
  }

  @Test
  void everyEditedColumnOfEveryTableIsNamed() throws Exception {
    assertThat(verify()).isEmpty();
    try (StateAttack attack = new StateAttack(server.database())) {
      List<Row> rows = attack.newest();
      assertThat(attack.tables())
          .filteredOn(table -> rows.stream().noneMatch(row -> row.table().equals(table)))
          .as("tables without a row")
          .isSubsetOf("access_end"); // needs a year that is over
      List<Named> expected = new ArrayList<>();
      for (Row row : rows) {
        attack.keep(row);
        List<String> edits = new ArrayList<>();
        for (Map.Entry<String, String> column : attack.columns(row.table()).entrySet()) {
          if (!NAMES.contains(column.getKey()) && !column.getKey().equals(row.key())) {
            edits.add(
                column.getKey() + " = " + StateAttack.other(column.getKey(), column.getValue()));
            expected.add(new Named("row-differs", row.table(), row.name() + '/' + column.getKey()));
          }
        }
        attack.run("update " + row.table() + " set " + String.join(", ", edits) + row.where());
      }
      assertThat(verify()).containsAll(expected);
      attack.restore();
      assertThat(verify()).isEmpty();
    }
  }

  @Test
  void anotherKeyNumberNameOrChainOfARowIsNamed() throws Exception {
    try (StateAttack attack = new StateAttack(server.database())) {
      demandNamed(attack, "row-differs", row -> row.name() + '/' + row.key(), Row::key);
      demandNamed(attack, "row-number", row -> row.name() + "/seq", row -> "seq");
      demandNamed(attack, "row-missing", Row::name, row -> "row_ref");
      demandNamed(attack, "row-missing", Row::name, row -> "case_ref");
    }
    assertThat(verify()).isEmpty();
  }

  private void demandNamed(
      StateAttack attack, String kind, Function<Row, String> field, Function<Row, String> column)
      throws Exception {
    List<Named> expected = new ArrayList<>();
    for (Row row : attack.newest()) {
      attack.keep(row);
      String name = column.apply(row);
      String type = attack.columns(row.table()).get(name);
      attack.run(
          "update %s set %s = %s%s"
              .formatted(row.table(), name, StateAttack.other(name, type), row.where()));
      expected.add(new Named(kind, row.table(), field.apply(row)));
    }
    assertThat(verify()).containsAll(expected);
    attack.restore();
  }

  @Test
  void aDeletedRowIsNamed() throws Exception {
    try (StateAttack attack = new StateAttack(server.database())) {
      List<Named> expected = new ArrayList<>();
      for (Row row : attack.newest()) {
        attack.keep(row);
        attack.run("delete from " + row.table() + row.where());
        expected.add(new Named("row-missing", row.table(), row.name()));
      }
      assertThat(verify()).containsAll(expected);
    }
    assertThat(verify()).isEmpty();
  }

  @Test
  void anInventedRowIsNamed() throws Exception {
    try (StateAttack attack = new StateAttack(server.database())) {
      List<Named> expected = new ArrayList<>();
      List<String> undo = new ArrayList<>();
      for (Row row : attack.newest()) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> column : attack.columns(row.table()).entrySet()) {
          values.add(
              switch (column.getKey()) {
                case "case_ref", "seq", "version" -> column.getKey();
                case "row_ref" -> "'INVENTED00000000'";
                default -> StateAttack.other(column.getKey(), column.getValue());
              });
        }
        attack.run(
            "insert into %1$s select %2$s from %1$s%3$s"
                .formatted(row.table(), String.join(", ", values), row.where()));
        undo.add("delete from " + row.table() + " where row_ref = 'INVENTED00000000'");
        expected.add(new Named("row-unknown", row.table(), "INVENTED00000000"));
      }
      try {
        assertThat(verify()).containsAll(expected);
      } finally {
        for (String sql : undo) {
          attack.run(sql);
        }
      }
    }
    assertThat(verify()).isEmpty();
  }

  @Test
  void swappedRowsAreNamed() throws Exception {
    try (StateAttack attack = new StateAttack(server.database())) {
      for (String table : attack.tables()) {
        List<Row> two = attack.rows(table, 2);
        if (two.size() == 2) {
          swap(attack, two.get(0), two.get(1));
        }
      }
      List<Named> found = verify();
      for (String table : attack.tables()) {
        if (attack.rows(table, 2).size() == 2) {
          assertThat(found).as(table).anyMatch(differs(table));
        }
      }
    }
    assertThat(verify()).isEmpty();
  }

  private static Predicate<Named> differs(String table) {
    return named -> named.kind().equals("row-differs") && named.table().equals(table);
  }

  /** Each of the two gets the other's content under its own key, name, chain and number. */
  private static void swap(StateAttack attack, Row one, Row other) throws Exception {
    attack.keep(one);
    attack.keep(other);
    Set<String> own = Set.of(one.key(), "row_ref", "case_ref", "seq");
    List<String> values = new ArrayList<>();
    for (String column : attack.columns(one.table()).keySet()) {
      values.add((own.contains(column) ? "mine." : "theirs.") + column);
    }
    attack.run(
        "delete from %s where %s in ('%s', '%s')"
            .formatted(one.table(), one.key(), one.value(), other.value()));
    attack.run(
        "insert into %1$s select %2$s from kept_%1$s mine join kept_%1$s theirs on mine.%3$s <> theirs.%3$s"
            .formatted(one.table(), String.join(", ", values), one.key()));
  }

  @Test
  void whatOpensACommitmentIsNamedWhenItIsEditedOrGone() throws Exception {
    try (StateAttack attack = new StateAttack(server.database())) {
      List<String> two =
          attack.list(
              "select d.entry_id || ' ' || d.field from ledger_disclosure d"
                  + " where d.field like 'case_file/%/stage' order by 1 limit 2");
      String edited =
          "entry_id = %s and field = '%s'".formatted((Object[]) two.get(0).split(" ", -1));
      String gone =
          "entry_id = %s and field = '%s'".formatted((Object[]) two.get(1).split(" ", -1));
      attack.run("alter table ledger_disclosure disable trigger user");
      attack.run(
          "create temporary table kept_disclosure as select * from ledger_disclosure where ("
              + edited
              + ") or ("
              + gone
              + ")");
      attack.run(
          "update ledger_disclosure set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where "
              + edited);
      attack.run("delete from ledger_disclosure where " + gone);
      try {
        assertThat(verify())
            .containsExactlyInAnyOrder(
                new Named("disclosure-differs", "ledger_disclosure", two.get(0).split(" ", -1)[1]),
                new Named("disclosure-missing", "ledger_disclosure", two.get(1).split(" ", -1)[1]));
      } finally {
        attack.run("delete from ledger_disclosure where " + edited);
        attack.run("insert into ledger_disclosure select * from kept_disclosure");
        attack.run("alter table ledger_disclosure enable always trigger ledger_no_delete");
        attack.run("alter table ledger_disclosure enable always trigger ledger_no_truncate");
      }
    }
    assertThat(verify()).isEmpty();
  }

  @Test
  void aKeyDestroyedWithoutAnEntryIsTampering() throws Exception {
    try (StateAttack attack = new StateAttack(server.database())) {
      String subject = attack.list("select handle from case_file order by id desc limit 1").get(0);
      attack.run("alter table ledger_key disable trigger user");
      attack.run(
          "create temporary table kept_key as select * from ledger_key where subject = '"
              + subject
              + "'");
      attack.run("update ledger_key set wrapped = null where subject = '" + subject + "'");
      try {
        assertThat(verify())
            .isNotEmpty()
            .allMatch(named -> named.kind().equals("disclosure-missing"));
      } finally {
        attack.run("update ledger_key k set wrapped = o.wrapped from kept_key o where o.id = k.id");
        for (String trigger :
            List.of("ledger_key_update", "ledger_no_delete", "ledger_no_truncate")) {
          attack.run("alter table ledger_key enable always trigger " + trigger);
        }
      }
    }
    assertThat(verify()).isEmpty();
  }

  /** A full verification, as the auditor begins it on the page. */
  private List<Named> verify() throws Exception {
    ApiUser auditor = ApiUser.of(server, "auditor");
    String before = auditor.get("ledger/verification").body();
    if (page == null) {
      page = new Visitor(server).signIn("auditor", "jejak-demo");
    }
    page.fill("/ledger", "verification", Map.of("verification:verify", "x"));
    assertThat(page.status()).isLessThan(400);
    for (int i = 0; i < 600; i++) {
      var answer = auditor.get("ledger/verification");
      if (answer.statusCode() == 200 && !answer.body().equals(before)) {
        return ApiUser.json(answer).getJsonArray("faults").getValuesAs(JsonObject.class).stream()
            .map(
                fault ->
                    new Named(
                        fault.getString("kind"),
                        fault.getString("table"),
                        fault.getString("field")))
            .toList();
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("the verification did not end");
  }
}
