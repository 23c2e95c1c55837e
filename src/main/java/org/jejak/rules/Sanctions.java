package org.jejak.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every sanction, moral and of discipline. */
public final class Sanctions {
  private final Map<String, Timeline<Sanction>> byCode;

  Sanctions(RuleTable table) {
    byCode = table.timelines(Sanction::of, Sanction::code);
    for (Sanction sanction : all()) {
      sanction
          .substitute()
          .filter(code -> !byCode.containsKey(code))
          .ifPresent(
              code -> {
                throw new IllegalStateException(
                    "rules: %s is stood in for by %s, which is no sanction"
                        .formatted(sanction.code(), code));
              });
    }
  }

  /** The sanction as the law had it on the day of the act; empty where it was not in force. */
  public Optional<Sanction> on(LocalDate act, String code) {
    return Optional.ofNullable(byCode.get(code)).flatMap(versions -> versions.on(act));
  }

  /**
   * All that the law named on this track on the day of the act, lightest first, suspended ones
   * among them.
   */
  public List<Sanction> on(LocalDate act, Track track) {
    Sanction.Field field =
        switch (track) {
          case ETHICS -> Sanction.Field.ETHICS;
          case DISCIPLINE -> Sanction.Field.DISCIPLINE;
        };
    return byCode.values().stream()
        .flatMap(versions -> versions.on(act).stream())
        .filter(sanction -> sanction.field() == field)
        .toList();
  }

  /** The newest wording of this code, whatever the day: for lists that name it. */
  public Optional<Sanction> named(String code) {
    return Optional.ofNullable(byCode.get(code)).map(line -> line.versions().getLast());
  }

  /** All versions of all sanctions. */
  public List<Sanction> all() {
    return byCode.values().stream().flatMap(versions -> versions.versions().stream()).toList();
  }
}
