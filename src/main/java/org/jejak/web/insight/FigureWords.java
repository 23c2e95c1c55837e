package org.jejak.web.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.jejak.insight.FigureTable;
import org.jejak.insight.Figures;
import org.jejak.insight.Period;
import org.jejak.web.Formats;
import org.jejak.web.Language;
import org.jejak.web.Words;

/** Figures in the words of pages. */
@Named("figureWords")
@RequestScoped
public class FigureWords {
  @Inject Words words;
  @Inject Language language;

  /** "Maret 2026". */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("MMMM uuuu", language.getLocale()).format(month);
  }

  /**
   * "Tahun 2026", "Semester 1 2026", "Triwulan 3 2026", "Maret 2026", "Februari–September 2026".
   */
  public String period(Period period) {
    String written = period.written();
    if (written.matches("\\d{4}")) {
      return words.of("insight.period.year", written);
    }
    if (written.matches("\\d{4}-[HQ]\\d")) {
      String part = written.charAt(5) == 'H' ? "insight.period.half" : "insight.period.quarter";
      return words.of(part, written.substring(6), written.substring(0, 4));
    }
    return period.length() == 1
        ? month(period.from())
        : words.of("insight.period.range", month(period.from()), month(period.to()));
  }

  public String heading(FigureTable table) {
    return words.of("insight.table." + table.id());
  }

  /** What the table counts, in one sentence. */
  public String explained(FigureTable table) {
    return words.of("insight.table." + table.id() + ".explained");
  }

  public String column(String key) {
    return words.of("insight.column." + key);
  }

  public String name(FigureTable.Line line) {
    if (line.name() != null) {
      return line.name();
    }
    return line.key().matches("\\d{4}-\\d{2}")
        ? month(YearMonth.parse(line.key()))
        : words.of("insight.line." + line.key());
  }

  /** The number as the language writes it, or the word for what is hidden. */
  public String value(FigureTable.Value value) {
    return value.shown() ? Formats.number(value.number()) : words.of("insight.hidden");
  }

  public String days(Figures figures) {
    return figures
        .medianDays()
        .map(days -> words.of("insight.days", days))
        .orElseGet(() -> words.of("insight.hidden"));
  }

  /** Where the figures of a table come from. */
  public String origin(FigureTable table, Figures figures) {
    return words.of("insight.origin", table.query(), figures.position());
  }

  /** Whether there is anything in the table that a chart could show: not only what is left over. */
  public boolean isDrawable(FigureTable table) {
    return drawn(table).stream()
        .filter(line -> !line.key().equals(FigureTable.OTHERS))
        .flatMap(line -> line.values().stream())
        .anyMatch(value -> value.shown() && value.number() > 0);
  }

  /** The finding of a table in one sentence, for those who do not see its chart. */
  public String finding(FigureTable table) {
    return drawn(table).stream()
        .filter(line -> line.values().getFirst().shown())
        .max(Comparator.comparing(line -> line.values().getFirst().number()))
        .map(
            line ->
                words.of(
                    "insight.finding",
                    heading(table),
                    name(line),
                    line.values().getFirst().number()))
        .orElseGet(() -> heading(table));
  }

  /** The lines of a table that a chart draws: all but the sum. */
  List<FigureTable.Line> drawn(FigureTable table) {
    return table.lines().stream().filter(line -> !line.key().equals(FigureTable.TOTAL)).toList();
  }
}
