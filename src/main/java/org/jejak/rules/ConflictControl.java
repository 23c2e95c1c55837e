package org.jejak.rules;

import java.time.LocalDate;
import java.util.Locale;

/**
 * One thing that can be done about a conflict of interest.
 *
 * @param code its lasting code, e.g. {@code CTL-RECUSE}; {@code CTL-NONE} finds no conflict
 */
public record ConflictControl(
    String code,
    String cite,
    String article,
    SetBy setBy,
    String idName,
    String enName,
    String idMeaning,
    String enMeaning,
    LocalDate validFrom,
    LocalDate validTo,
    Confidence confidence)
    implements Dated {

  /** Who or what brings it about. */
  public enum SetBy {
    /** The superior, on a declaration. */
    SUPERIOR,
    /** The law, by itself. */
    LAW,
    /** Somebody who finds that a decision was made in a conflict. */
    AFTERWARDS,
    /** The superior, though nothing was declared. */
    UNDECLARED
  }

  /** Its name in this language: Indonesian, or English for {@code en}. */
  public String name(Locale locale) {
    return Languages.pick(locale, idName, enName);
  }

  /** What it does, in this language. */
  public String meaning(Locale locale) {
    return Languages.pick(locale, idMeaning, enMeaning);
  }

  /** Instrument and article. */
  public String citation() {
    return cite + ", " + article;
  }

  /** Whether nobody has read its article yet. */
  public boolean uncertain() {
    return confidence == Confidence.UNCERTAIN;
  }

  static ConflictControl of(TableRow row) {
    return new ConflictControl(
        row.text("code"),
        row.text("instrument"),
        row.text("article"),
        row.one("set_by", SetBy.class),
        row.text("id_name"),
        row.text("en_name"),
        row.text("id_meaning"),
        row.text("en_meaning"),
        row.day("valid_from"),
        row.lastDay("valid_to"),
        row.confidence());
  }
}
