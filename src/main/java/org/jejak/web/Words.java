package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.jejak.base.Refusal;
import org.jejak.base.Slice;

/**
 * Sentences of the text bundle in the language of this request, filled with values.
 *
 * <p>In a page: {@code #{words.of('cases.found', total)}}. Numbers are written as the language
 * writes them; a year or a number that is a name is passed as text. Days and moments become words;
 * an enum becomes the text {@code <type>.<NAME>} (type in lower case) where there is one. For
 * plurals the text uses {@code {0,choice,…}}.
 */
@Named("words")
@RequestScoped
public class Words {
  @Inject Language language;
  @Inject Formats formats;

  /** The sentence under this key, filled. */
  public String of(String key, Object... values) {
    Locale locale = language.getLocale();
    if (!bundle(locale).containsKey(key)) {
      return "???" + key + "???"; // as Faces writes it; a page is not lost for a word
    }
    String pattern = bundle(locale).getString(key);
    if (pattern.indexOf('{') < 0) {
      return pattern;
    }
    Object[] readable = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      readable[i] = readable(values[i]);
    }
    return new MessageFormat(pattern, locale).format(readable);
  }

  /** The sentence as it stands in the bundle, for whoever fills it in another way. */
  public String plain(String key) {
    return bundle(language.getLocale()).getString(key);
  }

  /** Whether there is such a sentence. */
  public boolean has(String key) {
    return bundle(language.getLocale()).containsKey(key);
  }

  /** The sentence for a refusal; one that fits any where its own is missing. */
  public String refusal(Refusal refusal) {
    String key = "refusal." + refusal.key();
    return of(has(key) ? key : "refusal.rule", refusal.values());
  }

  /** How many there are, honestly: "38 hasil", "lebih dari 10.000". */
  public String total(Slice<?> slice) {
    return of(slice.totalIsExact() ? "common.total" : "common.total.more", slice.total());
  }

  /** The word for the state of a task. */
  public String state(String state) {
    return of("common.task." + state);
  }

  /** "Tahap 4 dari 7: Pemeriksaan, sejak 20 Juli 2026". */
  public String trail(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).isNow()) {
        Step now = steps.get(i);
        String sentence = of("common.trail", i + 1, steps.size(), now.name());
        return now.note() == null || now.note().isEmpty() ? sentence : sentence + ", " + now.note();
      }
    }
    return steps.isEmpty() ? "" : of("common.trail.over", steps.size());
  }

  /** 1, 2, … {@code last}. */
  public List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private Object readable(Object value) {
    return switch (value) {
      case null -> "";
      case LocalDate day -> formats.dayWords(day);
      case Instant moment -> formats.momentWords(moment);
      case Enum<?> constant -> word(constant);
      case Number number -> number;
      default -> value.toString();
    };
  }

  private String word(Enum<?> constant) {
    String key =
        constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT)
            + "."
            + constant.name();
    try {
      return bundle(language.getLocale()).getString(key);
    } catch (MissingResourceException unnamed) {
      return constant.name();
    }
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("text", locale);
  }
}
