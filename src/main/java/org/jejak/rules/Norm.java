package org.jejak.rules;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a civil servant must do or must not do, as one article says it.
 *
 * @param code its lasting code, e.g. {@code K4f}, {@code KE-06}
 * @param cite the instrument, e.g. {@code PP 94/2021}
 * @param article the place in it, e.g. {@code Ps 4 huruf f}
 * @param conduct field and value of a rule of conduct; {@code null} on the discipline track
 */
public record Norm(
    String code,
    Track track,
    String cite,
    String article,
    String idText,
    String enText,
    Kind kind,
    Conduct conduct,
    LocalDate validFrom,
    LocalDate validTo,
    Confidence confidence)
    implements Dated {

  /** Duty, prohibition, or rule of conduct. */
  public enum Kind {
    OBLIGATION,
    PROHIBITION,
    CONDUCT
  }

  /** Where a rule of conduct belongs. */
  public record Conduct(ConductField field, CoreValue value) {}

  /** Its words in this language: Indonesian, or English for {@code en}. */
  public String text(Locale locale) {
    return Languages.pick(locale, idText, enText);
  }

  /** Instrument and article, as a letter cites them. */
  public String citation() {
    return cite + " " + article;
  }

  /** Field and value; empty on the discipline track. */
  public Optional<Conduct> place() {
    return Optional.ofNullable(conduct);
  }

  static Norm ofDiscipline(TableRow row) {
    return of(row, Track.DISCIPLINE, row.one("kind", Kind.class), null);
  }

  static Norm ofConduct(TableRow row) {
    Conduct conduct =
        new Conduct(row.one("field", ConductField.class), row.one("value", CoreValue.class));
    return of(row, Track.ETHICS, Kind.CONDUCT, conduct);
  }

  private static Norm of(TableRow row, Track track, Kind kind, Conduct conduct) {
    return new Norm(
        row.text("code"),
        track,
        row.text("instrument"),
        row.text("article"),
        row.text("id_text"),
        row.text("en_text"),
        kind,
        conduct,
        row.day("valid_from"),
        row.lastDay("valid_to"),
        row.confidence());
  }
}
