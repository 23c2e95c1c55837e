package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code jejak.ledger.*}. */
@ApplicationScoped
public class LedgerSettings {
  @Inject
  @ConfigProperty(name = "jejak.ledger.origin", defaultValue = "jejak.invalid/log/records")
  String origin;

  @Inject
  @ConfigProperty(name = "jejak.ledger.key-file")
  Optional<String> keyFile;

  @Inject
  @ConfigProperty(name = "jejak.ledger.publication")
  Optional<String> publication;

  @Inject
  @ConfigProperty(name = "jejak.data.folder", defaultValue = "data")
  String data;

  @Inject
  @ConfigProperty(name = "jejak.ledger.period-millis", defaultValue = "200")
  long periodMillis;

  @Inject
  @ConfigProperty(name = "jejak.ledger.backlog", defaultValue = "20000")
  long backlog;

  @Inject
  @ConfigProperty(name = "jejak.ledger.least-free-megabytes", defaultValue = "200")
  long leastFreeMegabytes;

  @Inject
  @ConfigProperty(name = "jejak.ledger.verify-at", defaultValue = "02:30")
  String verifyAt;

  @Inject
  @ConfigProperty(name = "jejak.ledger.build", defaultValue = "0.1.0")
  String build;

  @Inject
  @ConfigProperty(name = "jejak.demo", defaultValue = "false")
  boolean demo;

  /** The name of {@code records} for all time: the first line of its checkpoints. */
  public String origin() {
    return demo && !origin.contains("demo") ? "demo." + origin : origin;
  }

  /** The same of any log: its own name stands where {@code records} would. */
  public String origin(String log) {
    String records = origin();
    String end = "/" + Ledger.RECORDS;
    String stem =
        records.endsWith(end) ? records.substring(0, records.length() - end.length()) : records;
    return log.equals(Ledger.RECORDS) ? records : stem + "/" + log;
  }

  /**
   * The file of the signing key: beside the data folder and not in it, so that whoever copies the
   * data does not copy the key. The demo's key dies with its folder.
   */
  public Path keyFile() {
    return keyFile
        .map(Path::of)
        .orElseGet(() -> Path.of(demo ? data + "/keys" : data + "-keys").resolve("records.key"));
  }

  /** The same of any log: in the same folder. */
  public Path keyFile(String log) {
    return log.equals(Ledger.RECORDS) ? keyFile() : keyFile().resolveSibling(log + ".key");
  }

  /** The folder from which checkpoint and tiles are served. */
  public Path publication() {
    return publication.map(Path::of).orElseGet(() -> Path.of(data, "publication"));
  }

  /** The longest time between two looks for new entries. */
  public Duration period() {
    return Duration.ofMillis(periodMillis);
  }

  /** How many entries may wait for their place before new acts are refused. */
  public long backlog() {
    return backlog;
  }

  /** How many bytes must be free on the disk of the published files and of the key. */
  public long leastFree() {
    return leastFreeMegabytes << 20;
  }

  /** When each night everything is verified, in the agency's zone. */
  public LocalTime verifyAt() {
    return LocalTime.parse(verifyAt);
  }

  /** The build that entries name. */
  public String build() {
    return build;
  }

  /** Whether this is the demo agency's log, whose first entry says so. */
  public boolean isDemo() {
    return demo;
  }
}
