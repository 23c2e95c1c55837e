package org.jejak.web.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jejak.base.Acting;
import org.jejak.cases.CaseFile;
import org.jejak.cases.CaseFiles;
import org.jejak.cases.CaseNumber;
import org.jejak.cases.CaseParts;
import org.jejak.cases.CaseStage;
import org.jejak.cases.CaseSubject;
import org.jejak.cases.Matter;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.identity.Policy;
import org.jejak.identity.Seat;
import org.jejak.identity.Seats;
import org.jejak.identity.Unit;
import org.jejak.identity.Units;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Seals;
import org.jejak.web.Formats;
import org.jejak.web.Step;
import org.jejak.web.Words;

/** What stands on top of every page about one case, and at its side. */
@Named
@RequestScoped
public class CaseHead {
  @Inject CaseFiles files;
  @Inject CaseParts parts;
  @Inject People people;
  @Inject Units units;
  @Inject Ledger ledger;
  @Inject Seals seals;
  @Inject Policy policy;
  @Inject Seats seats;
  @Inject Words words;
  @Inject HttpServletRequest request;

  private String number;
  private CaseFile file;
  private List<Matter> matters;
  private long entries = -1;
  private Seals.Seal seal;

  /** A form that is shown again with its faults has set nothing: the address knows the case. */
  @PostConstruct
  void takeNumber() {
    number = parameter("number");
  }

  /**
   * A whole number of the address, or of the hidden field by which a form carries it on; 0 where
   * neither has one, which is the number of nothing.
   */
  int asked(String name, String form) {
    String inAddress = parameter(name);
    String text = inAddress == null ? parameter(form + ":" + name) : inAddress;
    return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  /** Asked of Faces: the request that is injected is the one before the address was read. */
  private static String parameter(String name) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get(name);
  }

  /** A person of the case as the side column names them. */
  public record Party(String name, String nip, String detail) {}

  /** Answers like a page that is not there where the case is not to be seen. */
  public void open() {
    file();
  }

  /** The case of this page. */
  CaseFile file() {
    if (file == null) {
      file = files.get(CaseNumber.of(number));
    }
    return file;
  }

  /** The case as it is after a refused act. */
  void readAgain() {
    file = null;
    matters = null;
    entries = -1;
  }

  public CaseFile getFile() {
    return file();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  /** The number in its one written form. */
  public String getShown() {
    return file().number().value();
  }

  /** The address of the case, to which the pages about it add theirs. */
  public String getPath() {
    return request.getContextPath() + "/cases/" + file().number();
  }

  public List<Matter> getMatters() {
    if (matters == null) {
      matters = parts.matters(file());
    }
    return matters;
  }

  public int getNoteCount() {
    return parts.noteCount(file());
  }

  public long getEntries() {
    if (entries < 0) {
      entries = ledger.count(file().handle());
    }
    return entries;
  }

  public String getStageWord() {
    return words.plain("casestage." + file().stage());
  }

  /** How the stage is dressed. */
  public String getStageLook() {
    return look(file().stage());
  }

  static String look(CaseStage stage) {
    return switch (stage) {
      case OPEN -> "open";
      case EXAMINATION -> "examination";
      case CONCLUDED -> "decided";
      case CLOSED -> "closed";
    };
  }

  /** The quick look at the case's own entries, made once for the page. */
  private Seals.Seal seal() {
    if (seal == null) {
      seal = seals.of(file().handle());
    }
    return seal;
  }

  /** {@code whole}, {@code waiting} or {@code broken}. */
  public String getSealState() {
    return seal().state().name().toLowerCase(Locale.ROOT);
  }

  public String getSealWords() {
    return words.of("ledger.seal." + seal().state(), seal().links().size());
  }

  /** The way of the case, with the days that are known. */
  public List<Step> getSteps() {
    List<Step> steps = new ArrayList<>();
    for (CaseStage stage : CaseStage.values()) {
      Step.State state =
          stage == file().stage() && stage != CaseStage.CLOSED
              ? Step.State.NOW
              : stage.ordinal() <= file().stage().ordinal() ? Step.State.DONE : Step.State.LATER;
      steps.add(new Step(words.plain("casestage." + stage), day(stage), state));
    }
    return steps;
  }

  private String day(CaseStage stage) {
    if (stage.ordinal() > file().stage().ordinal()) {
      return null;
    }
    return switch (stage) {
      case OPEN -> Formats.shortDay(file().openedAt());
      case EXAMINATION -> examinedFrom().map(Formats::shortDay).orElse(null);
      case CONCLUDED -> decidedOn().map(Formats::shortDay).orElse(null);
      case CLOSED -> file().closedAt().map(Formats::shortDay).orElse(null);
    };
  }

  private Optional<Instant> examinedFrom() {
    return seats.on(file().handle()).stream()
        .filter(row -> row.seat() == Seat.INVESTIGATOR)
        .map(Seats.Row::from)
        .min(Comparator.naturalOrder());
  }

  /** The day of the last decision: from then on everything is decided. */
  private Optional<LocalDate> decidedOn() {
    return getMatters().stream()
        .flatMap(matter -> matter.decidedOn().stream())
        .max(Comparator.naturalOrder());
  }

  public List<Party> getSubjects() {
    return parts.subjects(file()).stream().map(this::party).toList();
  }

  /** Who examines it; {@code null} while nobody does. */
  public Party getInvestigator() {
    return file().investigator().map(this::party).orElse(null);
  }

  /** Who decides on it; {@code null} before it is submitted. */
  public Party getAuthority() {
    return file().authority().map(this::party).orElse(null);
  }

  /** Where it happened; {@code null} where unknown. */
  public String getUnit() {
    return file().unit().flatMap(units::byHandle).map(Unit::name).orElse(null);
  }

  private Party party(CaseSubject subject) {
    Optional<Person> person = subject.person().flatMap(people::byHandle);
    return new Party(
        subject.name(),
        person.map(one -> one.nip().value()).orElse(null),
        subject.position().orElse(null));
  }

  private Party party(String handle) {
    Person person = people.get(handle);
    return new Party(person.name(), person.nip().value(), person.positionTitle());
  }

  /** Whether the one who acts may write notes here. */
  public boolean isNotable() {
    return file().stage() != CaseStage.CLOSED && policy.allows(Permission.WORK_ON_CASE);
  }

  /** Whether the one who acts may hand it on. */
  public boolean isAssignable() {
    return (file().stage() == CaseStage.OPEN || file().stage() == CaseStage.EXAMINATION)
        && policy.allows(Permission.ASSIGN_CASE);
  }

  /** Whether the one who acts may say what was found. */
  public boolean isFindable() {
    return file().stage() == CaseStage.EXAMINATION && policy.allows(Permission.WORK_ON_CASE);
  }

  /** Whether it lies before the one who acts. */
  public boolean isDecidable() {
    return file().stage() == CaseStage.EXAMINATION
        && policy.allows(Permission.DECIDE)
        && file().authority().equals(Optional.of(Acting.now().handle()));
  }

  /** Whether the one who acts may hand the whole of it to somebody outside. */
  public boolean isIssuable() {
    return policy.allows(Permission.ISSUE_DOSSIER);
  }

  /** Whether the one who acts may close it. */
  public boolean isClosable() {
    return file().stage() == CaseStage.CONCLUDED && policy.allows(Permission.CLOSE_CASE);
  }
}
