package org.jejak.web.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.base.Refusal;
import org.jejak.identity.People;
import org.jejak.insight.Figures;
import org.jejak.insight.IntegrityReport;
import org.jejak.insight.IntegrityReports;
import org.jejak.insight.ReportNumber;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Receipt;
import org.jejak.web.Words;

/** Page {@code /insight/report.xhtml}: a report as it was issued, made to be printed. */
@Named("integrityReportPage") // the public page of reports has the plain name
@RequestScoped
public class IntegrityReportPage {
  @Inject IntegrityReports reports;
  @Inject FigureWords figureWords;
  @Inject People people;
  @Inject Ledger ledger;
  @Inject Words words;

  private String number;
  private IntegrityReport report;
  private Figures figures;

  /** Refuses a number that is not there. */
  public void open() {
    report =
        reports.get(
            ReportNumber.read(number == null ? "" : number)
                .orElseThrow(() -> Refusal.unknown("report")));
    figures = report.figures();
  }

  public String getShown() {
    return report.number().value();
  }

  public String getPeriodName() {
    return figureWords.period(report.period());
  }

  public Figures getFigures() {
    return figures;
  }

  /** Whether the figures are still those that were issued. */
  public boolean isWhole() {
    return report.isWhole();
  }

  public String getHash() {
    return report.hash();
  }

  public String getIssuedSentence() {
    return words.of(
        "insight.report.issued", people.get(report.issuedBy()).name(), report.issuedAt());
  }

  /** Where the report itself stands in the log. */
  public String getEntrySentence() {
    Receipt receipt = receipt();
    return receipt.index() < 0
        ? words.of("insight.report.waiting")
        : words.of("insight.report.entry", receipt.index());
  }

  public String getReceiptPath() {
    return "/verify?r=" + receipt().id();
  }

  private Receipt receipt() {
    return ledger
        .receipt(report.handle(), report.trail().seq())
        .orElseThrow(() -> new IllegalStateException("a report without an entry"));
  }

  /** Every measure that the report rests on. */
  public List<String> getQueries() {
    return figures.tables().stream().map(table -> table.query()).distinct().toList();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
