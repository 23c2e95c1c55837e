package org.jejak.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready to work: the database answers, its schema is the one this build was started for, and an
 * entry could be written and be given its place. Nothing is written to find out, since what enters
 * the ledger stays.
 */
@ApplicationScoped
@Readiness
public class HealthOfDatabase implements HealthCheck {
  private static final String WRITABLE =
      """
      select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'
        and has_any_column_privilege('%s', 'insert')
      """;
  private static final String VERSION =
      """
      select version from flyway_schema_history
       where success and version is not null order by installed_rank desc limit 1
      """;

  @Resource(lookup = "java:app/jejak")
  DataSource application;

  @Resource(lookup = "java:app/sequencer")
  DataSource sequencer;

  @Inject
  @ConfigProperty(name = "jejak.database.schema")
  String expected;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
    try {
      return answer.status(isReady()).build();
    } catch (SQLException e) {
      return answer.down().withData("error", e.getMessage()).build();
    }
  }

  String expected() {
    return expected;
  }

  private boolean isReady() throws SQLException {
    return expected.equals(ask(application, VERSION))
        && "t".equals(ask(application, WRITABLE.formatted("ledger_entry")))
        && "t".equals(ask(sequencer, WRITABLE.formatted("ledger_leaf")));
  }

  private static String ask(DataSource source, String question) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
