package org.jejak.tlog.verify;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** Verdicts in words, in one language: {@code id} or {@code en}. */
public final class Sentences {
  private final Locale locale;
  private final Properties words = new Properties();

  /** Indonesian, unless the language is English. */
  public Sentences(Locale wanted) {
    String language = wanted.getLanguage().equals("en") ? "en" : "id";
    locale = Locale.forLanguageTag(language);
    String file = "verdicts_" + language + ".properties";
    try (Reader in =
        new InputStreamReader(Sentences.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** "Genuine and witnessed". */
  public String verdict(Finding finding) {
    return of("verdict." + finding.verdict());
  }

  /** What it rests on, or what does not fit. */
  public String reason(Finding finding) {
    return of("reason." + finding.reason(), finding.values().toArray());
  }

  /** Any other sentence of the file. */
  public String of(String key, Object... values) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no sentence " + key + " in " + locale);
    }
    return new MessageFormat(pattern, locale).format(values);
  }
}
