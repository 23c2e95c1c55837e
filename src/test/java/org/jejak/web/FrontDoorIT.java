package org.jejak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jejak.TheServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody meets who knocks at the server. */
class FrontDoorIT {
  private final TheServer server = TheServer.empty();

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready"})
  void healthAnswersWithoutDetail(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/health", "/health/started", "/metrics", "/openapi", "/metrics/", "/metrics;x"})
  void theServersOwnPagesAreShut(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isNotEqualTo(200);
    assertThat(answer.body()).doesNotContain("org.jejak", "Payara");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health/ready", "/nowhere", "/api/v1/nothing"})
  void noAnswerNamesTheServer(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.headers().map().keySet())
        .extracting(name -> name.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("server", "x-powered-by");
    assertThat(answer.body()).doesNotContain("Payara", "GlassFish");
  }

  @Test
  void theDatabaseKeepsWhatItAcknowledges() throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select current_setting('fsync') || current_setting('full_page_writes')"
                    + " || current_setting('synchronous_commit')"
                    + " || current_setting('data_checksums')")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("onononon");
    }
  }
}
