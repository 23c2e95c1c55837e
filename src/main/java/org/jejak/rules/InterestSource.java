package org.jejak.rules;

import java.time.LocalDate;
import java.util.Locale;

/**
 * One source from which a conflict of interest can come.
 *
 * @param code its lasting code, e.g. {@code SRC-FAMILY}
 */
public record InterestSource(
    String code,
    String cite,
    String article,
    String idName,
    String enName,
    String idHint,
    String enHint,
    LocalDate validFrom,
    LocalDate validTo,
    Confidence confidence)
    implements Dated {

  /** Its name in this language: Indonesian, or English for {@code en}. */
  public String name(Locale locale) {
    return Languages.pick(locale, idName, enName);
  }

  /** What falls under it, in this language. */
  public String hint(Locale locale) {
    return Languages.pick(locale, idHint, enHint);
  }

  /** Instrument and article. */
  public String citation() {
    return cite + ", " + article;
  }

  static InterestSource of(TableRow row) {
    return new InterestSource(
        row.text("code"),
        row.text("instrument"),
        row.text("article"),
        row.text("id_name"),
        row.text("en_name"),
        row.text("id_hint"),
        row.text("en_hint"),
        row.day("valid_from"),
        row.lastDay("valid_to"),
        row.confidence());
  }
}
