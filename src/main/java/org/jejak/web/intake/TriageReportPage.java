package org.jejak.web.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.base.Handle;
import org.jejak.cases.CaseNumber;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.intake.Happened;
import org.jejak.intake.Message;
import org.jejak.intake.ReplyToReporter;
import org.jejak.intake.Report;
import org.jejak.intake.ReportStage;
import org.jejak.intake.ReportedPerson;
import org.jejak.intake.Reports;
import org.jejak.intake.TakeUpReport;
import org.jejak.intake.TriageReport;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /cases/triage-report.xhtml}: one report, and what becomes of it. */
@Named
@RequestScoped
@Allow(Permission.TRIAGE)
public class TriageReportPage {
  private static final int MESSAGES = 200;

  @Inject Reports reports;
  @Inject People people;
  @Inject TakeUpReport takeUpReport;
  @Inject TriageReport triageReport;
  @Inject ReplyToReporter replyToReporter;
  @Inject Words words;
  @Inject Shell shell;

  private String number;
  private Long seen;
  private Report report;
  private String question;
  private String reason;
  private String text;
  private String formKey;

  /** The number stands in the address; the page needs it before Faces hands it on. */
  @PostConstruct
  void readNumber() {
    number =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .get("number");
  }

  public String takeUp() {
    takeUpReport.run(getReport().number(), seen);
    return told("triage.taken", "/cases/triage-report");
  }

  public String ask() {
    decide(new TriageReport.MoreNeeded(question));
    return told("triage.asked-now", "/cases/triage-report");
  }

  public String putOutside() {
    decide(new TriageReport.OutsideRemit(reason));
    return told("triage.outside-now", "/cases/triage");
  }

  public String reply() {
    replyToReporter.run(new ReplyToReporter.Request(getReport().number(), text, formKey));
    return told("triage.replied", "/cases/triage-report");
  }

  private void decide(TriageReport.Outcome outcome) {
    Object unused = triageReport.run(new TriageReport.Request(getReport().number(), seen, outcome));
  }

  private String told(String sentence, String page) {
    shell.tell(words.of(sentence, getReport().reference()));
    return page + "?faces-redirect=true&number=" + getReport().number();
  }

  public Report getReport() {
    if (report == null) {
      report = reports.get(CaseNumber.of(number));
    }
    return report;
  }

  public boolean isAtTriage() {
    return getReport().stage().atTriage();
  }

  public boolean isOpened() {
    return getReport().stage() == ReportStage.OPENED;
  }

  public String getStageLook() {
    return switch (getReport().stage()) {
      case RECEIVED -> "received";
      case REVIEW, WAITING -> "triage";
      case OPENED -> "open";
      case OUTSIDE_REMIT -> "closed";
    };
  }

  public String getStageWord() {
    return words.of("reportstage." + getReport().stage());
  }

  public String getReviewer() {
    return getReport().reviewer() == null
        ? ""
        : people.byHandle(getReport().reviewer()).map(Person::name).orElse("");
  }

  public List<ReportedPerson> getPersons() {
    return reports.personsOf(getReport());
  }

  public List<Message> getMessages() {
    return reports.conversation(getReport(), MESSAGES);
  }

  public String getHappened() {
    Happened when = getReport().happened();
    if (when.from() == null && when.to() == null) {
      return words.of("triage.happened.unknown");
    }
    if (when.to() == null) {
      return words.of("triage.happened.from", when.from());
    }
    if (when.from() == null) {
      return words.of("triage.happened.to", when.to());
    }
    return when.from().equals(when.to())
        ? words.of("triage.happened.day", when.from())
        : words.of("triage.happened.span", when.from(), when.to());
  }

  public String getOngoing() {
    Boolean ongoing = getReport().happened().ongoing();
    return words.of("triage.ongoing." + (ongoing == null ? "unknown" : ongoing ? "yes" : "no"));
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  /** The version on the page: the next act says that this one was seen. */
  public Long getSeen() {
    return getReport().version();
  }

  public void setSeen(Long seen) {
    this.seen = seen;
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  /** A form sent twice brings one message. */
  public String getFormKey() {
    return formKey == null ? Handle.random() : formKey;
  }

  public void setFormKey(String formKey) {
    this.formKey = formKey;
  }
}
