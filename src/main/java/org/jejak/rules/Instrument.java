package org.jejak.rules;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A regulation that the tables cite.
 *
 * @param code its lasting code, e.g. {@code PP_94_2021}
 * @param cite its short name in a citation, e.g. {@code PP 94/2021}
 * @param transition which day picks the version where an older and a newer one meet
 */
public record Instrument(
    String code,
    String cite,
    String idName,
    String enName,
    Transition transition,
    LocalDate validFrom,
    LocalDate validTo,
    Confidence confidence)
    implements Dated {

  /** Which day picks the version of a rule. */
  public enum Transition {
    ACT_DATE,
    /** An act not yet examined falls under the newer regulation. */
    EXAMINATION_DATE
  }

  /** Its name in this language: Indonesian, or English for {@code en}. */
  public String name(Locale locale) {
    return Languages.pick(locale, idName, enName);
  }

  static Instrument of(TableRow row) {
    return new Instrument(
        row.text("code"),
        row.text("cite"),
        row.text("id_name"),
        row.text("en_name"),
        row.one("transition", Transition.class),
        row.day("valid_from"),
        row.lastDay("valid_to"),
        row.confidence());
  }
}
