package org.jejak.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jejak.base.AgencySettings;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.intake.Channel;
import org.jejak.intake.InboxCode;
import org.jejak.intake.PersonNamed;
import org.jejak.intake.Registered;
import org.jejak.intake.Reporter;
import org.jejak.intake.Statement;
import org.jejak.intake.TakeReportAtDesk;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /cases/triage/new.xhtml}: an officer writes down what somebody brought. */
@Named
@RequestScoped
@Allow(Permission.TAKE_REPORT_AT_DESK)
public class DeskReportPage {
  @Inject TakeReportAtDesk takeReportAtDesk;
  @Inject AgencySettings agency;
  @Inject Clock clock;
  @Inject Words words;
  @Inject Shell shell;

  private String code;
  private Channel channel = Channel.DESK;
  private LocalDate receivedOn;
  private String allegation;
  private LocalDate happenedFrom;
  private LocalDate happenedTo;
  private String place;
  private String unit;
  private String evidence;
  private String name;
  private String nip;
  private String position;
  private String reporterName;
  private String reporterContact;

  public String save() {
    Registered registered =
        takeReportAtDesk.run(
            new TakeReportAtDesk.Request(
                InboxCode.parse(code), channel, getReceivedOn(), statement()));
    shell.tell(words.of("triage.desk.saved", registered.reference()));
    return "/cases/triage-report?faces-redirect=true&number=" + registered.number();
  }

  private Statement statement() {
    return new Statement(
        allegation,
        happenedFrom,
        happenedTo,
        null,
        place,
        unit,
        evidence,
        name == null && nip == null && position == null
            ? List.of()
            : List.of(new PersonNamed(name == null ? position : name, nip, position)),
        reporterName == null ? null : new Reporter(reporterName, reporterContact));
  }

  public List<Channel> getChannels() {
    return Arrays.stream(Channel.values()).filter(Channel::typedIn).toList();
  }

  /** Drawn when the page is opened, so that the slip is written before the report is saved. */
  public String getCode() {
    if (code == null) {
      code = InboxCode.random().shown();
    }
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public Channel getChannel() {
    return channel;
  }

  public void setChannel(Channel channel) {
    this.channel = channel;
  }

  public LocalDate getReceivedOn() {
    return receivedOn == null ? LocalDate.ofInstant(clock.instant(), agency.zone()) : receivedOn;
  }

  public void setReceivedOn(LocalDate receivedOn) {
    this.receivedOn = receivedOn;
  }

  public String getAllegation() {
    return allegation;
  }

  public void setAllegation(String allegation) {
    this.allegation = allegation;
  }

  public LocalDate getHappenedFrom() {
    return happenedFrom;
  }

  public void setHappenedFrom(LocalDate happenedFrom) {
    this.happenedFrom = happenedFrom;
  }

  public LocalDate getHappenedTo() {
    return happenedTo;
  }

  public void setHappenedTo(LocalDate happenedTo) {
    this.happenedTo = happenedTo;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String getEvidence() {
    return evidence;
  }

  public void setEvidence(String evidence) {
    this.evidence = evidence;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNip() {
    return nip;
  }

  public void setNip(String nip) {
    this.nip = nip;
  }

  public String getPosition() {
    return position;
  }

  public void setPosition(String position) {
    this.position = position;
  }

  public String getReporterName() {
    return reporterName;
  }

  public void setReporterName(String reporterName) {
    this.reporterName = reporterName;
  }

  public String getReporterContact() {
    return reporterContact;
  }

  public void setReporterContact(String reporterContact) {
    this.reporterContact = reporterContact;
  }
}
