package org.jejak.web.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.insight.FigureTables;
import org.jejak.insight.Figures;
import org.jejak.insight.Period;
import org.jejak.web.HomeSection;
import org.jejak.web.Words;

/** How the agency stands, for its leaders: this year and the last month that is over. */
@RequestScoped
public class IntegrityStateSection implements HomeSection {
  @Inject FigureTables figureTables;
  @Inject FigureWords figureWords;
  @Inject Policy policy;
  @Inject Words words;

  @Override
  public String id() {
    return "integrity-state";
  }

  @Override
  public String titleKey() {
    return "insight.title";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean isShown() {
    return policy.allows(Permission.SEE_FIGURES);
  }

  @Override
  public boolean isToDo() {
    return false;
  }

  @Override
  public List<Row> rows() {
    YearMonth last = figureTables.lastClosed();
    return Stream.of(Period.ofYear(last.getYear()), Period.read(last.toString()))
        .map(this::row)
        .toList();
  }

  private Row row(Period period) {
    Figures figures = figureTables.of(period);
    return new Row(
        new Link("/insight?period=" + period.written(), figureWords.period(period)),
        words.of(
            "insight.home.row",
            figureWords.value(figures.opened()),
            figureWords.value(figures.concluded()),
            figureWords.days(figures)),
        null);
  }

  @Override
  public String emptyKey() {
    return "insight.closed.none";
  }

  @Override
  public Link more() {
    return new Link("/insight", words.of("insight.home.all"));
  }
}
