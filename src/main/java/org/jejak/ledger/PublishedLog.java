package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jejak.ledger.log.Log;

/**
 * What outsiders are served: files of the publication folder and nothing from the database.
 *
 * <p>{@code records} is public but for its entries. Of any other log the public sees one checkpoint
 * a day, since its growth by the minute would tell who is at work; the rest is for auditors.
 */
@ApplicationScoped
public class PublishedLog {
  private static final String NUMBERED = "(?:x[0-9]{3}/){0,6}[0-9]{3}(?:\\.p/[1-9][0-9]{0,2})?";
  private static final Pattern TILE =
      Pattern.compile("tile/(?:[0-9]|[1-5][0-9]|6[0-3])/" + NUMBERED);
  private static final Pattern BUNDLE = Pattern.compile("tile/entries/" + NUMBERED);

  @Inject Logs logs;

  /** Whether there is such a log. */
  public boolean isOpen(String name) {
    return logs.find(name).isPresent();
  }

  /** Whether everybody may see this log's tiles and newest checkpoint. */
  public boolean isPublic(String name) {
    return name.equals(Ledger.RECORDS);
  }

  /** The newest signed checkpoint; empty while the log has none. */
  public Optional<String> checkpoint(String name) throws IOException {
    Optional<Log> log = logs.find(name);
    return log.isPresent() ? log.get().publication().checkpoint() : Optional.empty();
  }

  /** The day's first checkpoint; empty while the log has none. */
  public Optional<String> daily(String name) throws IOException {
    Optional<Log> log = logs.find(name);
    return log.isPresent() ? log.get().publication().daily() : Optional.empty();
  }

  /** A tile of hashes by its C2SP path; empty for any other path and for what is not there. */
  public Optional<Path> tile(String name, String path) {
    return file(name, TILE, path);
  }

  /** A bundle of entries by its C2SP path; for auditors only. */
  public Optional<Path> bundle(String name, String path) {
    return file(name, BUNDLE, path);
  }

  /** The verifier keys of all logs, one a line; those of {@code records} first. */
  public String keys() {
    StringBuilder keys = new StringBuilder(logs.records().keys().published());
    logs.names().stream()
        .filter(name -> !name.equals(Ledger.RECORDS))
        .flatMap(name -> logs.find(name).stream())
        .forEach(log -> keys.append(log.keys().published()));
    return keys.toString();
  }

  private Optional<Path> file(String name, Pattern allowed, String path) {
    return allowed.matcher(path).matches()
        ? logs.find(name).flatMap(log -> log.publication().file(path))
        : Optional.empty();
  }
}
