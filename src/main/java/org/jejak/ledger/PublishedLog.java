package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What outsiders are served: files of the publication folder and nothing from the database. */
@ApplicationScoped
public class PublishedLog {
  private static final String NUMBERED = "(?:x[0-9]{3}/){0,6}[0-9]{3}(?:\\.p/[1-9][0-9]{0,2})?";
  private static final Pattern TILE =
      Pattern.compile("tile/(?:[0-9]|[1-5][0-9]|6[0-3])/" + NUMBERED);
  private static final Pattern BUNDLE = Pattern.compile("tile/entries/" + NUMBERED);

  @Inject LedgerSettings settings;
  @Inject LogKey key;

  /** The signed checkpoint; empty while the log has none. */
  public Optional<String> checkpoint() throws IOException {
    return new Publication(settings.publication(), Ledger.RECORDS).checkpoint();
  }

  /** A tile of hashes by its C2SP path; empty for any other path and for what is not there. */
  public Optional<Path> tile(String path) {
    return file(TILE, path);
  }

  /** A bundle of entries by its C2SP path; for auditors only. */
  public Optional<Path> bundle(String path) {
    return file(BUNDLE, path);
  }

  /** The verifier keys, one a line. */
  public String keys() {
    return key.get().verifier() + "\n";
  }

  private Optional<Path> file(Pattern allowed, String path) {
    if (!allowed.matcher(path).matches()) {
      return Optional.empty();
    }
    Path file = settings.publication().resolve(Ledger.RECORDS).resolve(path);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
