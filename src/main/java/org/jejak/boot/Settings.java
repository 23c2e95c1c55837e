package org.jejak.boot;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the installation was told, by the rank MicroProfile Config gives: system properties, then
 * the environment ({@code JEJAK_DB_URL} for {@code jejak.db.url}), then {@code
 * config/jejak.properties}. Blank means not told.
 */
final class Settings {
  private final Map<String, String> file;
  private final Map<String, String> environment;
  private final Map<String, String> system;

  Settings(Map<String, String> file, Map<String, String> environment, Map<String, String> system) {
    this.file = file;
    this.environment = environment;
    this.system = system;
  }

  static Settings of(Path home) {
    Map<String, String> system = new TreeMap<>();
    for (String key : System.getProperties().stringPropertyNames()) {
      system.put(key, System.getProperty(key));
    }
    return new Settings(
        PropertiesFile.read(home.resolve("config/jejak.properties")), System.getenv(), system);
  }

  Optional<String> get(String key) {
    return Optional.ofNullable(system.get(key))
        .or(() -> Optional.ofNullable(environment.get(variable(key))))
        .or(() -> Optional.ofNullable(file.get(key)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /**
   * The settings the application does not see by itself: those of the file that no variable
   * overrides, and the launcher's own system properties. The database's are left out, since the
   * application has roles of its own.
   */
  Map<String, String> toHandOn() {
    Map<String, String> handed = new TreeMap<>();
    file.forEach((key, value) -> get(key).ifPresent(told -> handed.put(key, told)));
    system.forEach(
        (key, value) -> {
          if (key.startsWith("jejak.")) {
            get(key).ifPresent(told -> handed.put(key, told));
          }
        });
    handed.keySet().removeIf(key -> key.startsWith("jejak.db."));
    return handed;
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
