package org.jejak.ledger.witness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jejak.tlog.CosignerKey;

/** Keys {@code jejak.ledger.witnesses} and {@code jejak.ledger.quorum}. */
@ApplicationScoped
public class WitnessSettings {
  @Inject
  @ConfigProperty(name = "jejak.ledger.witnesses")
  Optional<String> witnesses;

  @Inject
  @ConfigProperty(name = "jejak.ledger.quorum", defaultValue = "1")
  int quorum;

  /**
   * A witness as it was set.
   *
   * @param url below which {@code add-checkpoint} lies
   */
  public record Witness(CosignerKey key, URI url) {
    /** Reads "key url". */
    static Witness parse(String text) {
      String[] parts = text.strip().split("\\s+");
      if (parts.length != 2 || !parts[1].matches("https?://.+")) {
        throw new IllegalArgumentException(
            "jejak.ledger.witnesses: a witness is its key and its address, not '" + text + "'");
      }
      return new Witness(
          CosignerKey.parse(parts[0]),
          URI.create(parts[1].endsWith("/") ? parts[1] : parts[1] + "/"));
    }

    URI address(String path) {
      return url.resolve(path);
    }
  }

  /**
   * The witnesses, in the order they were set.
   *
   * @throws IllegalArgumentException if a setting cannot be read
   */
  public List<Witness> witnesses() {
    return witnesses.stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .filter(one -> !one.isBlank())
        .map(Witness::parse)
        .toList();
  }

  /**
   * How many of them make a checkpoint witnessed.
   *
   * @throws IllegalArgumentException if there are not so many
   */
  public int quorum() {
    int all = witnesses().size();
    if (all > 0 && (quorum < 1 || quorum > all)) {
      throw new IllegalArgumentException(
          "jejak.ledger.quorum is %d of %d witnesses".formatted(quorum, all));
    }
    return quorum;
  }
}
