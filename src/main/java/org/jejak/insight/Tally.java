package org.jejak.insight;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.jejak.ledger.Entry;
import org.jejak.rules.Norm;
import org.jejak.rules.Norms;
import org.jejak.rules.Track;

/**
 * What a run of entries adds to the figures: it needs the entries and what was known of their
 * chains before, and nothing else, so that counting again gives the same.
 *
 * <p>An entry counts in the month in which it was written, whatever day it speaks of: a month that
 * is over never changes.
 */
final class Tally {
  /** The part of a figure for what names no unit. */
  static final String NO_UNIT = "-";

  /** A day count that is longer is counted as this. */
  static final int MOST_DAYS = 9999;

  /** One figure. */
  record Cell(Measure measure, YearMonth month, String part) {}

  private final ZoneId zone;
  private final Norms norms;
  private final ToIntBiFunction<LocalDate, LocalDate> weekdays;
  private final Map<String, Item> items;
  private final Map<String, Item> changed = new LinkedHashMap<>();
  private final Map<Cell, Long> sums = new LinkedHashMap<>();

  /**
   * @param weekdays working days from one day to another
   * @param items what is known of the chains of the entries to come, by handle
   */
  Tally(
      ZoneId zone,
      Norms norms,
      ToIntBiFunction<LocalDate, LocalDate> weekdays,
      Map<String, Item> items) {
    this.zone = zone;
    this.norms = norms;
    this.weekdays = weekdays;
    this.items = items;
  }

  /** Counts one entry; most are none of ours. */
  void take(Entry entry) {
    switch (entry.act()) {
      case "case.opened/1" -> opened(entry);
      case "case.investigator-assigned/1" -> moved(entry, "OPEN", "EXAMINATION");
      case "case.matter-decided/1" ->
          add(Measure.OUTCOME, entry, entry.data().getString("outcome"), 1);
      case "case.concluded/1" -> concluded(entry);
      case "case.closed/1" -> moved(entry, "CONCLUDED", "CLOSED");
      case "declaration.filed/1" -> filed(entry);
      case "declaration.decided/1" -> decided(entry);
      default -> {}
    }
  }

  /** The figures that changed, and by how much. */
  Map<Cell, Long> sums() {
    return sums;
  }

  /** The items that are new or changed. */
  Map<String, Item> changed() {
    return changed;
  }

  private void opened(Entry entry) {
    boolean discipline =
        entry.data().getJsonArray("norms").getValuesAs(JsonString.class).stream()
            .anyMatch(code -> track(code.getString()) == Track.DISCIPLINE);
    Measure.Kind kind = discipline ? Measure.Kind.DISCIPLINE : Measure.Kind.ETHICS;
    begin(entry, kind, "OPEN");
    add(Measure.STAGE, entry, "OPEN", 1);
  }

  private Track track(String code) {
    return norms.named(code).map(Norm::track).orElse(Track.ETHICS);
  }

  private void begin(Entry entry, Measure.Kind kind, String stage) {
    put(new Item(entry.caseRef(), kind, stage, day(entry)));
    add(Measure.OPENED, entry, kind.name(), 1);
    add(Measure.OPENED_UNIT, entry, entry.data().getString("unit", NO_UNIT), 1);
  }

  private void moved(Entry entry, String from, String to) {
    Item item = items.get(entry.caseRef());
    if (item == null || !item.stage().equals(from)) {
      return;
    }
    put(item.at(to));
    add(Measure.STAGE, entry, from, -1);
    add(Measure.STAGE, entry, to, 1);
  }

  private void concluded(Entry entry) {
    Item item = items.get(entry.caseRef());
    if (item == null) {
      return;
    }
    moved(entry, "EXAMINATION", "CONCLUDED");
    add(Measure.CONCLUDED, entry, item.kind().name(), 1);
    long days = item.openedOn().until(day(entry), java.time.temporal.ChronoUnit.DAYS);
    add(Measure.CONCLUDED_DAYS, entry, days(days), 1);
  }

  private void filed(Entry entry) {
    JsonObject data = entry.data();
    if (data.getString("kind").equals("ACTUAL")) {
      begin(entry, Measure.Kind.CONFLICT, "FILED");
      return;
    }
    put(new Item(entry.caseRef(), Measure.Kind.YEARLY, "FILED", day(entry)));
    boolean late =
        LocalDate.parse(data.getString("filedOn"))
            .isAfter(LocalDate.parse(data.getString("dueOn")));
    add(Measure.YEARLY, entry, late ? "LATE" : "IN_TIME", 1);
  }

  private void decided(Entry entry) {
    Item item = items.get(entry.caseRef());
    if (item == null) {
      return;
    }
    put(item.at("DECIDED"));
    add(Measure.REVIEW_DAYS, entry, days(weekdays.applyAsInt(item.openedOn(), day(entry))), 1);
    if (item.kind() == Measure.Kind.CONFLICT) {
      boolean free = entry.data().getString("control").equals("CTL-NONE");
      add(Measure.OUTCOME, entry, free ? "NO_CONFLICT" : "CONTROLLED", 1);
    }
  }

  private void put(Item item) {
    items.put(item.handle(), item);
    changed.put(item.handle(), item);
  }

  private void add(Measure measure, Entry entry, String part, long by) {
    sums.merge(new Cell(measure, YearMonth.from(day(entry)), part), by, Long::sum);
  }

  private LocalDate day(Entry entry) {
    return entry.at().atZone(zone).toLocalDate();
  }

  private static String days(long days) {
    return "%04d".formatted(Math.clamp(days, 0, MOST_DAYS));
  }
}
