package org.jejak.web.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
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
@RequestScoped
public class OpenCasePage {
  private static final int MOST_FOUND = 10;
  private static final int MOST_SUBJECTS = 20;

  @Inject OpenCase openCase;
  @Inject CaseOutcome outcome;
  @Inject People people;
  @Inject Units units;
  @Inject LawBook law;
  @Inject Language language;
  @Inject Words words;
  @Inject AgencySettings agency;
  @Inject Clock clock;
  @Inject HttpServletRequest request;

  private String title;
  private String allegation;
  private CaseSource source;
  private String unit;
  private LocalDate happenedFrom;
  private LocalDate happenedTo;
  private final List<SubjectForm> subjects = new ArrayList<>();

  /** As many subjects as the form that was sent has. */
  @PostConstruct
  void countSubjects() {
    String sent = request.getParameter("open:count");
    int count = sent != null && sent.matches("[0-9]{1,2}") ? Integer.parseInt(sent) : 1;
    for (int i = 0; i < Math.clamp(count, 1, MOST_SUBJECTS); i++) {
      subjects.add(new SubjectForm());
    }
  }

  /** Refuses whoever may not open cases, before they have typed anything. */
  @Allow(Permission.OPEN_CASE)
  public void begin() {
    source = CaseSource.INSPECTORATE;
  }

  /** Whether the form is being sent, and not only given another subject. */
  public boolean isSending() {
    return request.getParameter("open:submit") != null;
  }

  public int getCount() {
    return subjects.size();
  }

  /** Counted already, before the form was read; the field only carries it to the next request. */
  @SuppressWarnings("unused")
  public void setCount(int count) {}

  /** Opens the case and leads to it. */
  public String open() {
    return outcome.tell("cases.open.done", openCase.run(filled()));
  }

  private OpenCase.Request filled() {
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
    if (subjects.size() < MOST_SUBJECTS) {
      subjects.add(new SubjectForm());
    }
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
        .filter(norm -> (norm.code() + " " + label(norm)).toLowerCase(Locale.ROOT).contains(sought))
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
