package org.jejak.rules;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One kind of sanction, as one article gives it.
 *
 * @param code its lasting code, e.g. {@code PP94-R2}
 * @param months how long it is served; 0 where it is served at once; -1 where it has no length
 * @param standIn the code that stands in for it while it is suspended; {@code null} while it is not
 */
public record Sanction(
    String code,
    Field field,
    Regime regime,
    Level level,
    String cite,
    String article,
    String idName,
    String enName,
    String idEffect,
    String enEffect,
    int months,
    String standIn,
    LocalDate validFrom,
    LocalDate validTo,
    Confidence confidence)
    implements Dated {

  /** What kind of decision it belongs to. */
  public enum Field {
    ETHICS,
    DISCIPLINE,
    /** Ends the service without being a discipline sanction. */
    STATUS
  }

  /** Whom it can meet. */
  public enum Regime {
    PNS,
    PPPK
  }

  /** How heavy it is. */
  @Law("PP 94/2021 Ps 8(1)")
  public enum Level {
    MORAL,
    LIGHT,
    MODERATE,
    SEVERE,
    STATUS
  }

  /** Its name in this language: Indonesian, or English for {@code en}. */
  public String name(Locale locale) {
    return Languages.pick(locale, idName, enName);
  }

  /** What it does to the person, in this language. */
  public String effect(Locale locale) {
    return Languages.pick(locale, idEffect, enEffect);
  }

  /** Instrument and article, as a letter cites them. */
  public String citation() {
    return cite + " " + article;
  }

  /** The code that stands in for it while the law suspends it. */
  public Optional<String> substitute() {
    return Optional.ofNullable(standIn);
  }

  /** Whether the law names it but does not yet let anybody impose it. */
  @Law("PP 94/2021 Ps 42")
  public boolean suspended() {
    return standIn != null;
  }

  static Sanction of(TableRow row) {
    return new Sanction(
        row.text("code"),
        row.one("track", Field.class),
        row.one("regime", Regime.class),
        row.one("level", Level.class),
        row.text("instrument"),
        row.text("article"),
        row.text("id_name"),
        row.text("en_name"),
        row.text("id_effect"),
        row.text("en_effect"),
        row.number("duration_months", -1),
        row.optional("substitute").orElse(null),
        row.day("valid_from"),
        row.lastDay("valid_to"),
        row.confidence());
  }
}
