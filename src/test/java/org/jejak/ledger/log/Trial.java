package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.jejak.base.Handle;
import org.jejak.boot.TheDatabase;

/** A log of its own for one test, with its users and all that outsiders have seen of it. */
final class Trial {
  private static final List<String> FROZEN =
      List.of("ledger_entry", "ledger_leaf", "ledger_node", "ledger_checkpoint");

  private static TheDatabase.Another database;

  final Node.Place place;
  final History history;
  final Writers writers;

  private Trial(Path folder, String name) throws SQLException, IOException {
    place =
        new Node.Place(
            database().sequencer(),
            name,
            folder.resolve("keys"),
            folder.resolve("publication"),
            Clock.systemUTC());
    Log log = place.log(new Disk());
    log.open(false, key -> false);
    try (Connection connection = database().application().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into ledger_head (log) values ('" + name + "')");
    }
    history = new History(database().superuser(), log, place.publication());
    writers = new Writers(database().application(), name, history);
  }

  static Trial in(Path folder) throws SQLException, IOException {
    return new Trial(folder, "t" + Handle.random(8).toLowerCase(java.util.Locale.ROOT));
  }

  static synchronized TheDatabase.Another database() throws SQLException {
    if (database == null) {
      database = TheDatabase.start().another("jejak_trials");
    }
    return database;
  }

  /** Watches what leaves a node. */
  void observe(String step) throws SQLException, IOException {
    if (step.startsWith("before cosign ")) {
      history.leaves(step.substring("before cosign ".length()));
    } else if (step.equals("after put " + place.checkpoint())) {
      history.published(place.published());
    }
  }

  /** A node that nothing happens to. */
  Node node() throws IOException {
    return new Node(place, this::observe);
  }

  Head head() throws SQLException {
    try (Connection connection = database().sequencer().getConnection()) {
      return Head.of(connection, place.name());
    }
  }

  /** Does something that only a superuser with all triggers off can do to these tables. */
  void attack(String... statements) throws SQLException {
    try (Connection superuser = database().superuser().getConnection();
        Statement attack = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      for (String table : FROZEN) {
        attack.execute("alter table " + table + " disable trigger all");
      }
      for (String statement : statements) {
        attack.execute(statement.replace("$log", "'" + place.name() + "'"));
      }
      for (String table : FROZEN) {
        attack.execute("alter table " + table + " enable always trigger ledger_no_delete");
        attack.execute("alter table " + table + " enable always trigger ledger_no_truncate");
      }
      superuser.commit();
    }
  }
}
