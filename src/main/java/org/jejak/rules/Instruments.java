package org.jejak.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every instrument that may be cited. */
public final class Instruments {
  private final Map<String, Instrument> byCite;

  Instruments(RuleTable table) {
    byCite =
        table.rows(Instrument::of).stream()
            .collect(
                Collectors.toMap(
                    Instrument::cite,
                    Function.identity(),
                    (a, b) -> {
                      throw new IllegalStateException(
                          "rules/instruments.csv: %s stands there twice".formatted(a.cite()));
                    }));
  }

  /** The instrument with this short name. */
  public Optional<Instrument> cited(String cite) {
    return Optional.ofNullable(byCite.get(cite));
  }

  /**
   * Whether an article, e.g. {@code PP 94/2021 Ps 8(2)a}, belongs to a listed instrument.
   *
   * @param article instrument, then {@code Ps} and the place
   */
  public boolean knows(String article) {
    int place = article.indexOf(" Ps ");
    return byCite.containsKey(place < 0 ? article : article.substring(0, place));
  }

  /** All of them. */
  public List<Instrument> all() {
    return List.copyOf(byCite.values());
  }
}
