package org.jejak.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Search: keys {@code jejak.search.*}. */
@ApplicationScoped
public class SearchSettings {
  @Inject
  @ConfigProperty(name = "jejak.search.folder")
  Optional<String> folder;

  @Inject
  @ConfigProperty(name = "jejak.data.folder", defaultValue = "data")
  String data;

  @Inject
  @ConfigProperty(name = "jejak.search.poll-millis", defaultValue = "300")
  long pollMillis;

  @Inject
  @ConfigProperty(name = "jejak.search.timeout-millis", defaultValue = "1000")
  long timeoutMillis;

  /** Where the index lies; readable by our own user only, never in a backup. */
  Path folder() {
    return folder.map(Path::of).orElseGet(() -> Path.of(data, "search"));
  }

  /** The longest the index waits before it looks at the log unasked. */
  Duration poll() {
    return Duration.ofMillis(pollMillis);
  }

  /** After this a search is given up. */
  long timeoutMillis() {
    return timeoutMillis;
  }
}
