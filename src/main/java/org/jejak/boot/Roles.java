package org.jejak.boot;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The database's roles: an owner that cannot log in, the application, and the sequencer of the
 * ledger. Their names begin with the database's, because roles are shared by all databases of a
 * server.
 */
record Roles(String owner, String app, String sequencer) {
  private static final String SCRAM = "scram-sha-256";

  /** Creates what is missing and sets the passwords of this installation. */
  static Roles prepare(Target target, Secrets secrets) {
    try (Connection connection = target.connect()) {
      String database = connection.getCatalog();
      Roles roles = of(database);
      try (Statement statement = connection.createStatement()) {
        roles.create(statement, database);
      }
      PGConnection postgres = connection.unwrap(PGConnection.class);
      postgres.alterUserPassword(roles.app, secrets.get(Secrets.APP).toCharArray(), SCRAM);
      postgres.alterUserPassword(
          roles.sequencer, secrets.get(Secrets.SEQUENCER).toCharArray(), SCRAM);
      return roles;
    } catch (SQLException e) {
      throw new Trouble(
          "The roles of the database cannot be prepared (%s): JEJAK_DB_USER must own the database and be allowed to create roles."
              .formatted(e.getMessage()),
          e);
    }
  }

  /**
   * @throws Trouble for a database name that would have to be quoted
   */
  static Roles of(String database) {
    if (!database.matches("[a-z_][a-z0-9_]{0,40}")) {
      throw new Trouble(
          "The database must have a name of small letters, digits and _, not " + database + ".");
    }
    return new Roles(database + "_owner", database + "_app", database + "_sequencer");
  }

  private void create(Statement statement, String database) throws SQLException {
    for (String role : List.of(owner, app, sequencer)) {
      if (!exists(statement, role)) {
        statement.execute("create role " + role);
      }
    }
    statement.execute("alter role " + app + " login noinherit");
    statement.execute("alter role " + sequencer + " login noinherit");
    if (!isSuperuser(statement)) {
      statement.execute("grant " + owner + " to current_user");
    }
    statement.execute("revoke all on database " + database + " from public");
    statement.execute("grant connect on database %s to %s, %s".formatted(database, app, sequencer));
    statement.execute("grant connect, create on database %s to %s".formatted(database, owner));
    statement.execute("revoke all on schema public from public");
    statement.execute("grant usage, create on schema public to " + owner);
    statement.execute("grant usage on schema public to " + app + ", " + sequencer);
  }

  private static boolean exists(Statement statement, String role) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("select from pg_roles where rolname = '" + role + "'")) {
      return found.next();
    }
  }

  private static boolean isSuperuser(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
