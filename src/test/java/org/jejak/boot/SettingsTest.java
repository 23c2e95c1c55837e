package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final String KEY = "jejak.agency.service-began";

  @Test
  void aSystemPropertyGoesBeforeTheEnvironmentAndThatBeforeTheFile() {
    Map<String, String> file = Map.of(KEY, "file");
    Map<String, String> environment = Map.of("JEJAK_AGENCY_SERVICE_BEGAN", "environment");
    Map<String, String> system = Map.of(KEY, "system");
    assertThat(new Settings(file, Map.of(), Map.of()).get(KEY)).hasValue("file");
    assertThat(new Settings(file, environment, Map.of()).get(KEY)).hasValue("environment");
    assertThat(new Settings(file, environment, system).get(KEY)).hasValue("system");
  }

  @Test
  void blankMeansNotTold() {
    assertThat(new Settings(Map.of("jejak.db.url", "  "), Map.of(), Map.of()).get("jejak.db.url"))
        .isEmpty();
  }

  @Test
  void theApplicationIsToldWhatCountsAndNeverTheDatabasesPassword() {
    Settings settings =
        new Settings(
            Map.of(KEY, "file", "jejak.db.password", "secret"),
            Map.of("JEJAK_AGENCY_SERVICE_BEGAN", "environment"),
            Map.of("jejak.web.exit-address", "https://example.org", "user.home", "/root"));
    assertThat(settings.toHandOn())
        .containsOnly(
            Map.entry(KEY, "environment"),
            Map.entry("jejak.web.exit-address", "https://example.org"));
  }
}
