package org.jejak.web.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jejak.cases.CaseNumber;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Units;
import org.jejak.intake.Report;
import org.jejak.intake.ReportedPerson;
import org.jejak.intake.Reports;
import org.jejak.intake.TriageReport;
import org.jejak.rules.LawBook;
import org.jejak.rules.Norm;
import org.jejak.web.Language;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /cases/triage-open.xhtml}: a report becomes a case. */
@Named
@RequestScoped
@Allow(Permission.OPEN_CASE)
public class TriageOpenPage {
  private static final int FOUND = 12;
  private static final int MOST_SUBJECTS = 10;
  private static final int LABEL = 140;

  @Inject Reports reports;
  @Inject People people;
  @Inject Units units;
  @Inject LawBook law;
  @Inject TriageReport triageReport;
  @Inject Words words;
  @Inject Language language;
  @Inject Shell shell;

  private final List<SubjectRow> subjects = new ArrayList<>();
  private String number;
  private Report report;
  private Long seen;
  private String title;
  private String allegation;
  private String unit;
  private LocalDate from;
  private LocalDate to;

  /** The number stands in the address, and how many rows the form was sent with in the form. */
  @PostConstruct
  void read() {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    number = parameters.get("number");
    String sent = parameters.get("rows");
    int rows = sent != null && sent.matches("\\d{1,2}") ? Integer.parseInt(sent) : 0;
    for (int i = 0; i < Math.min(rows, MOST_SUBJECTS); i++) {
      subjects.add(new SubjectRow());
    }
  }

  public String open() {
    TriageReport.Triaged triaged =
        triageReport.run(
            new TriageReport.Request(
                getReport().number(),
                seen,
                new TriageReport.Opened(
                    title,
                    allegation,
                    unit,
                    from,
                    to,
                    subjects.stream()
                        .filter(subject -> !subject.isEmpty())
                        .map(SubjectRow::accused)
                        .toList())));
    shell.tell(words.of("triage.case.opened", triaged.number()));
    return "/cases/file?faces-redirect=true&number=" + triaged.number();
  }

  /** One more empty row; what was typed stays. */
  public void add() {
    if (subjects.size() < MOST_SUBJECTS) {
      subjects.add(new SubjectRow());
    }
  }

  public List<People.Row> findPeople(String typed) {
    return people.find(typed, FOUND);
  }

  /** Codes of norms that hold on the first day of the act, by code or by a word of their text. */
  public List<String> findNorms(String typed) {
    String wanted = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    return norms().stream()
        .filter(norm -> normWords(norm.code()).toLowerCase(Locale.ROOT).contains(wanted))
        .map(Norm::code)
        .limit(FOUND)
        .toList();
  }

  /** "KE-06 Menjaga netralitas …": the code and the beginning of the text. */
  public String normWords(String code) {
    return law.norms()
        .named(code)
        .map(norm -> norm.code() + " " + cut(norm.text(language.getLocale())))
        .orElse(code);
  }

  private List<Norm> norms() {
    return law.norms().on(to != null ? to : from != null ? from : getReport().receivedOn());
  }

  private static String cut(String text) {
    return text.length() <= LABEL ? text : text.substring(0, LABEL) + "…";
  }

  public Report getReport() {
    if (report == null) {
      report = reports.get(CaseNumber.of(number));
    }
    return report;
  }

  /** At least one row, with whom the report names where the directory knows them. */
  public List<SubjectRow> getSubjects() {
    if (subjects.isEmpty()) {
      for (ReportedPerson named : reports.personsOf(getReport())) {
        SubjectRow row = new SubjectRow();
        if (named.nip() == null) {
          row.setName(named.name());
        } else {
          row.setPerson(people.find(named.nip().value(), 1).stream().findFirst().orElse(null));
          row.setName(row.getPerson() == null ? named.name() : null);
        }
        subjects.add(row);
      }
      if (subjects.isEmpty()) {
        subjects.add(new SubjectRow());
      }
    }
    return subjects;
  }

  public boolean isRoomForSubjects() {
    return getSubjects().size() < MOST_SUBJECTS;
  }

  public List<Units.Row> getUnits() {
    return units.all();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  /** The version on the page: opening says that this one was seen. */
  public Long getSeen() {
    return getReport().version();
  }

  public void setSeen(Long seen) {
    this.seen = seen;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getAllegation() {
    return allegation == null ? getReport().allegation() : allegation;
  }

  public void setAllegation(String allegation) {
    this.allegation = allegation;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public LocalDate getFrom() {
    return from == null ? getReport().happened().from() : from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to == null ? getReport().happened().to() : to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }
}
