package org.jejak.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every norm that can be alleged, of discipline and of the agency's code of conduct. */
public final class Norms {
  private final Map<String, Timeline<Norm>> byCode = new LinkedHashMap<>();

  Norms(RuleTable discipline, RuleTable conduct) {
    byCode.putAll(discipline.timelines(Norm::ofDiscipline, Norm::code));
    conduct
        .timelines(Norm::ofConduct, Norm::code)
        .forEach(
            (code, versions) -> {
              if (byCode.put(code, versions) != null) {
                throw new IllegalStateException("rules: code " + code + " stands in two tables");
              }
            });
  }

  /** The norm as it read on the day of the act; empty where it was not in force. */
  public Optional<Norm> on(LocalDate act, String code) {
    return Optional.ofNullable(byCode.get(code)).flatMap(versions -> versions.on(act));
  }

  /** All norms in force on the day of the act, in the order of the tables. */
  public List<Norm> on(LocalDate act) {
    return byCode.values().stream().flatMap(versions -> versions.on(act).stream()).toList();
  }

  /** The newest wording of this code, whatever the day: for lists that name it. */
  public Optional<Norm> named(String code) {
    return Optional.ofNullable(byCode.get(code)).map(line -> line.versions().getLast());
  }

  /** All versions of all norms. */
  public List<Norm> all() {
    return byCode.values().stream().flatMap(versions -> versions.versions().stream()).toList();
  }
}
