package org.jejak.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All tables of the law, read once at the start; whatever is wrong in them stops it. */
@ApplicationScoped
public class LawBook {
  private Instruments instruments;
  private Norms norms;
  private Sanctions sanctions;
  private ConflictRules conflicts;
  private String fingerprint;

  protected LawBook() {}

  @Inject
  LawBook(RulesSettings settings) {
    this(settings.folder());
  }

  private LawBook(Optional<Path> folder) {
    folder
        .filter(path -> !Files.isDirectory(path))
        .ifPresent(
            path -> {
              throw new IllegalStateException("jejak.rules.folder is no folder: " + path);
            });
    RuleTable instrumentRows = RuleTable.read("instruments.csv", folder);
    RuleTable normRows = RuleTable.read("norms.csv", folder);
    RuleTable conductRows = RuleTable.read("conduct.csv", folder);
    RuleTable sanctionRows = RuleTable.read("sanctions.csv", folder);
    RuleTable sourceRows = RuleTable.read("coi_sources.csv", folder);
    RuleTable controlRows = RuleTable.read("coi_controls.csv", folder);
    instruments = new Instruments(instrumentRows);
    norms = new Norms(normRows, conductRows);
    sanctions = new Sanctions(sanctionRows);
    conflicts = new ConflictRules(sourceRows, controlRows);
    checkCitations();
    fingerprint =
        hash(List.of(instrumentRows, normRows, conductRows, sanctionRows, sourceRows, controlRows));
  }

  /** The tables as they are shipped, with the agency's own from this folder where it has some. */
  public static LawBook read(Optional<Path> folder) {
    return new LawBook(folder);
  }

  void readAtStart(@Observes Startup start) {
    System.getLogger(LawBook.class.getName())
        .log(
            System.Logger.Level.INFO,
            "law tables {0}: {1} norms, {2} sanctions",
            fingerprint.substring(0, 12),
            norms.all().size(),
            sanctions.all().size());
  }

  public Instruments instruments() {
    return instruments;
  }

  public Norms norms() {
    return norms;
  }

  public Sanctions sanctions() {
    return sanctions;
  }

  public ConflictRules conflicts() {
    return conflicts;
  }

  /** SHA-256 over all tables, in hex: what a decision says it was made under. */
  public String fingerprint() {
    return fingerprint;
  }

  private void checkCitations() {
    Stream.of(
            norms.all().stream().map(Norm::cite),
            sanctions.all().stream().map(Sanction::cite),
            conflicts.cited())
        .flatMap(cites -> cites)
        .filter(cite -> instruments.cited(cite).isEmpty())
        .findFirst()
        .ifPresent(
            cite -> {
              throw new IllegalStateException(
                  "rules: %s is cited, but instruments.csv does not list it".formatted(cite));
            });
  }

  private static String hash(List<RuleTable> tables) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      tables.forEach(table -> table.addTo(digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
