package org.jejak.boot;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The schema, brought to the newest version by the migrations in this jar, as the owner's. */
final class Schema {
  static final String NONE = "0";

  private Schema() {}

  /**
   * @return the version the schema has now, {@link #NONE} while there are no migrations
   */
  static String migrate(Target target, Roles roles) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(target.url(), target.user(), target.password())
            .locations("classpath:db/migration")
            .placeholders(
                Map.of("owner", roles.owner(), "app", roles.app(), "sequencer", roles.sequencer()))
            .initSql("set role " + roles.owner())
            .defaultSchema("public")
            .cleanDisabled(true)
            .load();
    try {
      flyway.migrate();
      MigrationInfo current = flyway.info().current();
      letTheApplicationRead(target, roles);
      return current == null ? NONE : current.getVersion().getVersion();
    } catch (FlywayException e) {
      throw new Trouble("The schema cannot be brought up to date: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw new Trouble("The history of the schema cannot be shared: " + e.getMessage(), e);
    }
  }

  /** Its readiness compares the version with the one it was started for. */
  private static void letTheApplicationRead(Target target, Roles roles) throws SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set role " + roles.owner());
      statement.execute("grant select on flyway_schema_history to " + roles.app());
    }
  }
}
