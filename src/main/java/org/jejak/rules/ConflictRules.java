package org.jejak.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Conflicts of interest: where they come from and what can be done about them. */
public final class ConflictRules {
  private final Map<String, Timeline<InterestSource>> sources;
  private final Map<String, Timeline<ConflictControl>> controls;

  ConflictRules(RuleTable sources, RuleTable controls) {
    this.sources = sources.timelines(InterestSource::of, InterestSource::code);
    this.controls = controls.timelines(ConflictControl::of, ConflictControl::code);
  }

  /** The source of this code on the day of the declaration; empty where it was not in force. */
  public Optional<InterestSource> source(LocalDate day, String code) {
    return Optional.ofNullable(sources.get(code)).flatMap(versions -> versions.on(day));
  }

  /** All sources that could be declared on this day, in the order of the table. */
  public List<InterestSource> sources(LocalDate day) {
    return sources.values().stream().flatMap(versions -> versions.on(day).stream()).toList();
  }

  /** The newest wording of this source, whatever the day: for lists that name it. */
  public Optional<InterestSource> sourceNamed(String code) {
    return Optional.ofNullable(sources.get(code)).map(line -> line.versions().getLast());
  }

  /** What a superior may decide on a declaration on this day, {@code CTL-NONE} among it. */
  public List<ConflictControl> settable(LocalDate day) {
    return controls.values().stream()
        .flatMap(versions -> versions.on(day).stream())
        .filter(control -> control.setBy() == ConflictControl.SetBy.SUPERIOR)
        .toList();
  }

  /** The control of this code, where a superior may decide it on this day. */
  public Optional<ConflictControl> settable(LocalDate day, String code) {
    return settable(day).stream().filter(control -> control.code().equals(code)).findFirst();
  }

  /** The newest wording of this control, whatever the day: for lists that name it. */
  public Optional<ConflictControl> controlNamed(String code) {
    return Optional.ofNullable(controls.get(code)).map(line -> line.versions().getLast());
  }

  /** All versions of all sources. */
  public List<InterestSource> allSources() {
    return sources.values().stream().flatMap(versions -> versions.versions().stream()).toList();
  }

  /** All versions of all controls. */
  public List<ConflictControl> allControls() {
    return controls.values().stream().flatMap(versions -> versions.versions().stream()).toList();
  }

  Stream<String> cited() {
    return Stream.concat(
        allSources().stream().map(InterestSource::cite),
        allControls().stream().map(ConflictControl::cite));
  }
}
