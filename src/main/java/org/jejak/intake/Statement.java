package org.jejak.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * What a reporter tells.
 *
 * @param allegation what happened, in their own words
 * @param happenedFrom the first day it may have happened, or {@code null}
 * @param happenedTo the last day, or {@code null}
 * @param ongoing whether it goes on, {@code null} where unknown
 * @param place where, or {@code null}
 * @param unit the unit's name or code as the reporter knows it, or {@code null}
 * @param evidence what shows it and where that can be found, or {@code null}
 * @param persons whom it is about; may be empty
 * @param reporter who tells it, or {@code null} where they keep that to themselves
 */
public record Statement(
    @NotNull(message = "refusal.report.allegation-missing")
        @Size(max = Statement.ALLEGATION, message = "refusal.report.allegation-long")
        String allegation,
    LocalDate happenedFrom,
    LocalDate happenedTo,
    Boolean ongoing,
    @Size(max = Statement.LINE, message = "refusal.report.place-long") String place,
    @Size(max = Statement.LINE, message = "refusal.report.unit-long") String unit,
    @Size(max = Statement.EVIDENCE, message = "refusal.report.evidence-long") String evidence,
    @Size(max = Statement.PERSONS, message = "refusal.report.persons-many")
        List<@Valid @NotNull PersonNamed> persons,
    @Valid Reporter reporter) {
  /** The longest allegation, in characters. */
  public static final int ALLEGATION = 20_000;

  /** The longest note on evidence, in characters. */
  public static final int EVIDENCE = 5_000;

  /** The longest place or unit, in characters. */
  public static final int LINE = 200;

  /** How many people one report can name. */
  public static final int PERSONS = 20;

  public Statement {
    allegation = Typed.text(allegation);
    place = Typed.line(place);
    unit = Typed.line(unit);
    evidence = Typed.text(evidence);
    persons = persons == null ? List.of() : persons.stream().toList();
  }
}
