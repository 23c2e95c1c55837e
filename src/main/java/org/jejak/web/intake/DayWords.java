package org.jejak.web.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;
import org.jejak.web.Language;
import org.jejak.web.Words;

/** Days as people who know them only roughly choose and read them. */
@Dependent
class DayWords {
  @Inject Language language;
  @Inject Words words;

  /** One month of the year. */
  public record MonthName(int number, String name) {}

  List<MonthName> months() {
    return Stream.of(Month.values())
        .map(month -> new MonthName(month.getValue(), name(month)))
        .toList();
  }

  /** "15 Februari 2026", "Februari 2026", "2026", or that it is not known. */
  String when(String day, String month, String year) {
    TypedDay typed = TypedDay.read(day, month, year);
    if (typed.from() == null) {
      return words.of("intake.check.none");
    }
    String known = Integer.toString(typed.from().getYear());
    if (!month.isBlank()) {
      known = name(typed.from().getMonth()) + " " + known;
    }
    return day.isBlank() ? known : typed.from().getDayOfMonth() + " " + known;
  }

  private String name(Month month) {
    return month.getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
  }
}
