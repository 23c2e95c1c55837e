package org.jejak.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day as people write it: 3/8/2026, 3-8-2026, 3.8.2026, 3 Agu 2026, 3 Agustus 2026, 3
 * August 2026, 2026-08-03; writes 3 Agustus 2026.
 */
@FacesConverter(value = "day", forClass = LocalDate.class)
public class DayConverter implements Converter<LocalDate> {
  private static final Pattern FIGURES =
      Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern NAMED =
      Pattern.compile("(?:\\p{L}+,\\s*)?(\\d{1,2})\\s+(\\p{L}+)\\.?\\s+(\\d{4})");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("peb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("mei", 5),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("agu", 8),
          Map.entry("ags", 8),
          Map.entry("agt", 8),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("okt", 10),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("nop", 11),
          Map.entry("des", 12),
          Map.entry("dec", 12));

  @Override
  public LocalDate getAsObject(FacesContext context, UIComponent component, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return read(typed)
        .orElseThrow(
            () ->
                new ConverterException(
                    new FacesMessage(
                        FacesMessage.SEVERITY_ERROR,
                        Bundle.of("common.day.unreadable", typed.strip()),
                        null)));
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, LocalDate day) {
    return day == null
        ? ""
        : DateTimeFormatter.ofPattern("d MMMM uuuu", context.getViewRoot().getLocale()).format(day);
  }

  /** The day that was meant; empty where it cannot be read or does not exist. */
  public static Optional<LocalDate> read(String typed) {
    String text = typed.strip();
    Matcher matcher = FIGURES.matcher(text);
    if (matcher.matches()) {
      return day(matcher.group(3), Integer.parseInt(matcher.group(2)), matcher.group(1));
    }
    matcher = ISO.matcher(text);
    if (matcher.matches()) {
      return day(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
    }
    matcher = NAMED.matcher(text);
    if (matcher.matches() && matcher.group(2).length() >= 3) {
      String month = matcher.group(2).substring(0, 3).toLowerCase(Locale.ROOT);
      return MONTHS.containsKey(month)
          ? day(matcher.group(3), MONTHS.get(month), matcher.group(1))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
