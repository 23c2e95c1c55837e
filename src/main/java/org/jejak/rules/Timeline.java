package org.jejak.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one rule, one after the other; a later one ends the one before it.
 *
 * @param <T> the rule
 */
public final class Timeline<T extends Dated> {
  private final List<T> versions;

  /**
   * @param versions in any order
   * @throws IllegalArgumentException when two begin on the same day, or one ends before it begins
   */
  public Timeline(List<T> versions) {
    this.versions = versions.stream().sorted(Comparator.comparing(Dated::validFrom)).toList();
    LocalDate before = LocalDate.MIN;
    for (T version : this.versions) {
      if (version.validTo().isBefore(version.validFrom())) {
        throw new IllegalArgumentException(
            "ends on %s, before it begins on %s".formatted(version.validTo(), version.validFrom()));
      }
      if (version.validFrom().equals(before)) {
        throw new IllegalArgumentException("two versions begin on " + before);
      }
      before = version.validFrom();
    }
  }

  /** The version in force on this day; empty before the first, after the last and in a gap. */
  public Optional<T> on(LocalDate day) {
    T newest = null;
    for (T version : versions) {
      if (!version.validFrom().isAfter(day)) {
        newest = version;
      }
    }
    return Optional.ofNullable(newest).filter(version -> version.holdsOn(day));
  }

  /** All versions, oldest first. */
  public List<T> versions() {
    return versions;
  }
}
