package org.jejak.web.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jejak.base.Slice;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.insight.FigureTables;
import org.jejak.insight.Figures;
import org.jejak.insight.IntegrityReports;
import org.jejak.insight.IssueReport;
import org.jejak.insight.Period;
import org.jejak.insight.ReportNumber;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /insight/index.xhtml}: how the agency stands, for a chosen period. */
@Named
@RequestScoped
public class InsightPage {
  private static final int REPORTS = 5;
  private static final int OLDEST_YEARS = 5;

  @Inject FigureTables figureTables;
  @Inject FigureWords figureWords;
  @Inject IntegrityReports reports;
  @Inject IssueReport issueReport;
  @Inject Policy policy;
  @Inject Words words;
  @Inject Shell shell;

  private String period;
  private String from;
  private String to;
  private Period chosen;
  private Figures figures;

  /** One period that can be chosen. */
  public record Choice(String written, String name, boolean current) {}

  /** Reads what was asked for; this year where nothing was. */
  public void open() {
    figures = figureTables.of(chosen());
  }

  private Period chosen() {
    if (chosen == null) {
      String first = asked(from, "from");
      String last = asked(to, "to");
      String one = asked(period, "period");
      chosen =
          !first.isBlank() && !last.isBlank()
              ? Period.read(first + ".." + last)
              : one.isBlank()
                  ? Period.ofYear(figureTables.lastClosed().getYear())
                  : Period.read(one);
    }
    return chosen;
  }

  /** While a form is being read, the view has not yet handed its parameters over. */
  private static String asked(String given, String parameter) {
    String value =
        given == null
            ? FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(parameter)
            : given;
    return value == null ? "" : value.strip();
  }

  /** Issues the report of the period that the page shows. */
  public String issue() {
    ReportNumber number = issueReport.run(chosen());
    shell.tell(words.of("insight.report.done", number));
    return "/insight/report.xhtml?faces-redirect=true&number=" + number;
  }

  public Figures getFigures() {
    if (figures == null) {
      open();
    }
    return figures;
  }

  public String getPeriodName() {
    return figureWords.period(chosen());
  }

  /** As the address writes it. */
  public String getWritten() {
    return chosen().written();
  }

  /** Up to which month there are figures. */
  public String getClosedSentence() {
    return getFigures()
        .closedTo()
        .map(month -> words.of("insight.closed", figureWords.month(month)))
        .orElseGet(() -> words.of("insight.closed.none"));
  }

  public boolean isIssuer() {
    return policy.allows(Permission.ISSUE_REPORT) && getFigures().closedTo().isPresent();
  }

  public Slice<IntegrityReports.Row> getReports() {
    return reports.newest(0, REPORTS);
  }

  public String reportPeriod(IntegrityReports.Row row) {
    return figureWords.period(new Period(YearMonth.from(row.from()), YearMonth.from(row.to())));
  }

  /** Years, then the parts of the newest year and the one before. */
  public List<Choice> getChoices() {
    List<Choice> choices = new ArrayList<>();
    int last = figureTables.lastClosed().getYear();
    int first = figureTables.first().map(YearMonth::getYear).orElse(last);
    for (int year = last; year >= Math.max(first, last - OLDEST_YEARS); year--) {
      add(choices, String.valueOf(year));
    }
    for (int year = last; year >= Math.max(first, last - 1); year--) {
      for (int half = 2; half >= 1; half--) {
        add(choices, year + "-H" + half);
      }
      for (int quarter = 4; quarter >= 1; quarter--) {
        add(choices, year + "-Q" + quarter);
      }
    }
    for (YearMonth month : months(24)) {
      add(choices, month.toString());
    }
    return choices;
  }

  private void add(List<Choice> choices, String written) {
    Period one = Period.read(written);
    if (!one.from().isAfter(figureTables.lastClosed())) {
      choices.add(new Choice(written, figureWords.period(one), one.equals(chosen())));
    }
  }

  /** The months of which one can be the first or the last of a period, newest first. */
  public List<Choice> getMonths() {
    return months(60).stream()
        .map(month -> new Choice(month.toString(), figureWords.month(month), false))
        .toList();
  }

  private List<YearMonth> months(int most) {
    YearMonth last = figureTables.lastClosed();
    YearMonth first = figureTables.first().orElse(last);
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = last;
        !month.isBefore(first) && months.size() < most;
        month = month.minusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  public String getPeriod() {
    return period;
  }

  public void setPeriod(String period) {
    this.period = period;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
