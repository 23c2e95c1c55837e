package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jejak.base.AgencySettings;

/**
 * Dates, times, numbers and NIP as the office writes them. The static methods are functions of
 * pages ({@code #{j:day(x)}}), which cannot call a bean's.
 */
@RequestScoped
public class Formats {
  @Inject Language language;
  @Inject AgencySettings agency;

  /** "Senin, 3 Agustus 2026"; a moment is seen in the agency's zone. Nothing for nothing. */
  public static String day(Object day) {
    return day == null ? "" : here().dayWords(here().local(day));
  }

  /** "3 Agu 2026". */
  public static String shortDay(Object day) {
    return day == null ? "" : here().write("d MMM uuuu", here().local(day));
  }

  /** "2026-08-03", for attributes that programs read. */
  public static String isoDay(Object day) {
    return day == null ? "" : here().local(day).toString();
  }

  /** "Senin, 3 Agustus 2026, 10.42 WIB". */
  public static String moment(Instant moment) {
    return moment == null ? "" : here().momentWords(moment);
  }

  /** "3 Agu 2026, 10.42". */
  public static String shortMoment(Instant moment) {
    return moment == null ? "" : here().write("d MMM uuuu, HH.mm", here().zoned(moment));
  }

  /** "10.42 WIB". */
  public static String time(Instant moment) {
    return moment == null ? "" : here().timeWords(moment);
  }

  /** "1.234,5". */
  public static String number(Number number) {
    return number == null ? "" : here().figure(number);
  }

  /** "Rp500.000", "IDR 500,000". */
  public static String rupiah(Number amount) {
    if (amount == null) {
      return "";
    }
    return here().currency() + number(amount);
  }

  /** "19850312 201001 1 004"; what is no NIP stays as it is. */
  public static String nip(String nip) {
    return nip != null && nip.matches("\\d{18}")
        ? String.join(
            " ",
            nip.substring(0, 8),
            nip.substring(8, 14),
            nip.substring(14, 15),
            nip.substring(15))
        : nip;
  }

  /** What happened on one day. */
  public record Day(LocalDate day, List<Happening> items) {}

  /** Groups what happened by day, in the order given. */
  public static List<Day> byDay(List<Happening> happenings) {
    Map<LocalDate, List<Happening>> days = new LinkedHashMap<>();
    if (happenings != null) {
      for (Happening happening : happenings) {
        days.computeIfAbsent(here().local(happening.at()), day -> new ArrayList<>()).add(happening);
      }
    }
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }

  // here() is a proxy: what it is asked for must be a method that the proxy has, so not a private
  // one.

  String figure(Number number) {
    return NumberFormat.getInstance(language.getLocale()).format(number);
  }

  String currency() {
    return language.getCode().equals("en") ? "IDR " : "Rp";
  }

  String dayWords(LocalDate day) {
    return write("EEEE, d MMMM uuuu", day);
  }

  String timeWords(Instant moment) {
    return write("HH.mm", zoned(moment)) + " " + zoneWord(moment);
  }

  String momentWords(Instant moment) {
    return dayWords(local(moment)) + ", " + timeWords(moment);
  }

  ZonedDateTime zoned(Instant moment) {
    return moment.atZone(agency.zone());
  }

  LocalDate local(Object day) {
    return day instanceof Instant moment ? zoned(moment).toLocalDate() : (LocalDate) day;
  }

  String write(String pattern, TemporalAccessor when) {
    return DateTimeFormatter.ofPattern(pattern, language.getLocale()).format(when);
  }

  /** WIB, WITA or WIT; elsewhere the zone's own short name. */
  private String zoneWord(Instant moment) {
    ZoneId zone = agency.zone();
    return switch (zone.getRules().getOffset(moment).getTotalSeconds() / 3600) {
      case 7 -> "WIB";
      case 8 -> "WITA";
      case 9 -> "WIT";
      default -> DateTimeFormatter.ofPattern("z", Locale.ENGLISH).format(moment.atZone(zone));
    };
  }

  /** The bean of this request; looked up once for a page that is full of days. */
  private static Formats here() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces == null
        ? CDI.current().select(Formats.class).get()
        : (Formats)
            faces
                .getAttributes()
                .computeIfAbsent(
                    Formats.class, absent -> CDI.current().select(Formats.class).get());
  }
}
