package org.jejak.ledger.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A database administrator with every right, triggers off and constraints dropped, at work on the
 * recorded tables; and the same who puts everything back.
 */
final class StateAttack implements AutoCloseable {
  /** A row: its table, its database key as SQL, and its name in the log. */
  record Row(String table, String key, String value, String name) {
    String where() {
      return " where " + key + " = '" + value + "'";
    }
  }

  private static final List<String> ALWAYS =
      List.of("ledger_recorded", "ledger_no_delete", "ledger_no_truncate");

  private final Connection database;
  private final List<String> tables = new ArrayList<>();
  private final List<String> constraints = new ArrayList<>();

  StateAttack(Connection database) throws SQLException {
    this.database = database;
    tables.addAll(
        list(
            "select tgrelid::regclass::text from pg_trigger where tgname = 'ledger_recorded'"
                + " and tgrelid::regclass::text <> 'ledger_it_thing' order by 1"));
    run("set session_replication_role = replica");
    for (String table : tables) {
      for (String constraint :
          list(
              "select format('alter table %s add constraint %I %s', conrelid::regclass, conname,"
                  + " pg_get_constraintdef(oid)) from pg_constraint where contype = 'c'"
                  + " and conrelid = '"
                  + table
                  + "'::regclass")) {
        constraints.add(constraint);
      }
      for (String name :
          list(
              "select quote_ident(conname) from pg_constraint where contype = 'c'"
                  + " and conrelid = '"
                  + table
                  + "'::regclass")) {
        run("alter table " + table + " drop constraint " + name);
      }
      run("alter table " + table + " disable trigger user");
      run("create temporary table kept_" + table + " as select * from " + table + " limit 0");
    }
  }

  /** Every recorded table. */
  List<String> tables() {
    return tables;
  }

  /** The newest row of each table that has one. */
  List<Row> newest() throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (String table : tables) {
      rows.addAll(rows(table, 1));
    }
    return rows;
  }

  /** The newest rows of a table that are each of another chain. */
  List<Row> rows(String table, int most) throws SQLException {
    String key = table.equals("reporter_identity") ? "handle" : "id";
    List<Row> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select k, row_ref from (select distinct on (case_ref) "
                    + key
                    + " as k, row_ref"
                    + " from "
                    + table
                    + " order by case_ref, "
                    + key
                    + " desc) one"
                    + " order by k desc limit "
                    + most)) {
      while (row.next()) {
        rows.add(new Row(table, key, row.getString(1), row.getString(2)));
      }
    }
    return rows;
  }

  /** Columns with their types. */
  Map<String, String> columns(String table) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String column :
        list(
            "select column_name || ' ' || data_type from information_schema.columns"
                + " where table_schema = 'public' and table_name = '"
                + table
                + "'")) {
      columns.put(column.split(" ", 2)[0], column.split(" ", 2)[1]);
    }
    return columns;
  }

  /** Another value of the same type. */
  static String other(String column, String type) {
    return switch (type) {
      case "bigint", "integer", "smallint" -> "coalesce(" + column + ", 0) + 1";
      case "boolean" -> "not coalesce(" + column + ", false)";
      case "date" -> "coalesce(" + column + ", '2020-01-01') + 1";
      case "timestamp with time zone" ->
          "coalesce(" + column + ", '2020-01-01Z') + interval '1 microsecond'";
      case "bytea" ->
          "case when %1$s is null then '\\x0058'::bytea else set_byte(%1$s, octet_length(%1$s) - 1,"
                  .formatted(column)
              + " get_byte(%1$s, octet_length(%1$s) - 1) # 1) end".formatted(column);
      default ->
          "case when right(%1$s, 1) = 'Z' then left(%1$s, -1) || 'Y' else".formatted(column)
              + " coalesce(left(%1$s, -1), '') || 'Z' end".formatted(column);
    };
  }

  /** Remembers a row as it is. */
  void keep(Row row) throws SQLException {
    run("insert into kept_" + row.table() + " select * from " + row.table() + row.where());
  }

  /** Puts back what was kept, whatever happened to it. */
  void restore() throws SQLException {
    for (String table : tables) {
      String key = table.equals("reporter_identity") ? "handle" : "id";
      run(
          "delete from %1$s t using kept_%1$s k where t.row_ref = k.row_ref or t.%2$s = k.%2$s"
              .formatted(table, key));
      run("insert into " + table + " select * from kept_" + table);
      run("truncate kept_" + table);
    }
  }

  void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> list(String sql) throws SQLException {
    List<String> list = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        list.add(row.getString(1));
      }
    }
    return list;
  }

  @Override
  public void close() throws SQLException {
    restore();
    for (String constraint : constraints) {
      run(constraint);
    }
    for (String table : tables) {
      run("alter table " + table + " enable trigger user");
      for (String trigger : ALWAYS) {
        run("alter table " + table + " enable always trigger " + trigger);
      }
    }
    database.close();
  }
}
