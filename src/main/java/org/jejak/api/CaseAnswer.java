package org.jejak.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One case as REST shows it. Stages, tracks and outcomes are written in small letters.
 *
 * @param version of the case, for {@code assignment} and {@code closing}; each matter and each note
 *     has a version of its own, for {@code findings}, {@code decision} and {@code notes}
 */
public record CaseAnswer(
    String number,
    String title,
    String stage,
    String allegation,
    String source,
    Unit unit,
    LocalDate happenedFrom,
    LocalDate happenedTo,
    Instant openedAt,
    Instant closedAt,
    Somebody investigator,
    Somebody authority,
    List<Subject> subjects,
    List<Matter> matters,
    List<Note> notes,
    long entries,
    long version) {

  /** A unit by the agency's own code. */
  public record Unit(String code, String name) {}

  /** A civil servant. */
  public record Somebody(String nip, String name) {}

  /**
   * Whom the case is about.
   *
   * @param nip absent for somebody who is not in the directory
   */
  public record Subject(int no, String nip, String name, String position) {}

  /** A norm as it read on the day of the act. */
  public record NormNamed(String code, String citation, String text) {}

  /**
   * One alleged breach.
   *
   * @param subject the number of the subject
   * @param finding absent before the first
   * @param decision absent before it
   * @param sanctions what the law lets the authority choose from; absent unless it is due
   */
  public record Matter(
      int no,
      int subject,
      String track,
      NormNamed norm,
      String stage,
      Finding finding,
      Decision decision,
      List<Choice> sanctions,
      long version) {}

  /** What was found. */
  public record Finding(
      boolean proven, String facts, String author, Instant writtenAt, int revision) {}

  /** What was decided. */
  public record Decision(
      String outcome, String sanction, String manner, String reason, LocalDate decidedOn) {}

  /**
   * A sanction of the law.
   *
   * @param open false while the law suspends it; then {@code substitute} stands in for it
   */
  public record Choice(
      String code, String level, String name, String citation, boolean open, String substitute) {}

  /** An inner note as it reads now. */
  public record Note(int note, String text, String author, Instant writtenAt, int version) {}
}
