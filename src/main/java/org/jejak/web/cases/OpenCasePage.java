package org.jejak.web.cases;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jejak.base.AgencySettings;
import org.jejak.cases.CaseSource;
import org.jejak.cases.OpenCase;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Unit;
import org.jejak.identity.Units;
import org.jejak.rules.LawBook;
import org.jejak.rules.Norm;
import org.jejak.web.Language;
import org.jejak.web.Words;

/** Page {@code /cases/open.xhtml}. */
@Named
@ViewScoped
public class OpenCasePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_FOUND = 10;

  @Inject transient OpenCase openCase;
  @Inject transient CaseOutcome outcome;
  @Inject transient People people;
  @Inject transient Units units;
  @Inject transient LawBook law;
  @Inject transient Language language;
  @Inject transient Words words;
  @Inject transient AgencySettings agency;
  @Inject transient Clock clock;

  private String title;
  private String allegation;
  private CaseSource source = CaseSource.INSPECTORATE;
  private String unit;
  private LocalDate happenedFrom;
  private LocalDate happenedTo;
  private final ArrayList<SubjectForm> subjects = new ArrayList<>(List.of(new SubjectForm()));

  /** Refuses whoever may not open cases. */
  @Allow(Permission.OPEN_CASE)
  public void begin() {
    getSubjects();
  }

  public String open() {
    return outcome.tell("cases.open.done", openCase.run(request()));
  }

  private OpenCase.Request request() {
    return new OpenCase.Request(
        null,
        null,
        title,
        allegation,
        source,
        unit == null ? null : units.byCode(unit).map(Unit::handle).orElse("-"),
        happenedFrom,
        happenedTo,
        subjects.stream().map(SubjectForm::accused).toList());
  }

  public void addSubject() {
    subjects.add(new SubjectForm());
  }

  public void removeSubject(SubjectForm subject) {
    subjects.remove(subject);
  }

  public boolean isRemovable() {
    return subjects.size() > 1;
  }

  public List<People.Row> findPeople(String typed) {
    return people.find(typed, MOST_FOUND);
  }

  /** The norms in force on the day of the act, else today, whose words match what was typed. */
  public List<String> findNorms(String typed) {
    String sought = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    LocalDate day = happenedTo == null ? happenedFrom : happenedTo;
    LocalDate today = LocalDate.ofInstant(clock.instant(), agency.zone());
    return law.norms().on(day == null ? today : day).stream()
        .filter(norm -> label(norm).toLowerCase(Locale.ROOT).contains(sought))
        .map(Norm::code)
        .toList();
  }

  /** Article and words of the norm with this code. */
  public String norm(String code) {
    return law.norms().named(code).map(this::label).orElse(code);
  }

  private String label(Norm norm) {
    return "%s: %s".formatted(norm.citation(), norm.text(language.getLocale()));
  }

  public List<CaseSource> getSources() {
    return List.of(CaseSource.SUPERIOR, CaseSource.COMPLIANCE, CaseSource.INSPECTORATE);
  }

  public String word(CaseSource of) {
    return words.plain("casesource." + of);
  }

  public List<Units.Row> getUnits() {
    return units.all();
  }

  public List<SubjectForm> getSubjects() {
    return subjects;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getAllegation() {
    return allegation;
  }

  public void setAllegation(String allegation) {
    this.allegation = allegation;
  }

  public CaseSource getSource() {
    return source;
  }

  public void setSource(CaseSource source) {
    this.source = source;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
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
}
