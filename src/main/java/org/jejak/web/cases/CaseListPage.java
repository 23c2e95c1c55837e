package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Slice;
import org.jejak.cases.CaseFiles;
import org.jejak.cases.CaseStage;
import org.jejak.identity.Allow;
import org.jejak.identity.Nip;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.identity.Policy;
import org.jejak.identity.Role;
import org.jejak.identity.Unit;
import org.jejak.identity.Units;
import org.jejak.web.Formats;
import org.jejak.web.Language;
import org.jejak.web.Words;

/** Page {@code /cases/index.xhtml}. */
@Named
@RequestScoped
public class CaseListPage {
  static final int SIZE = 25;
  private static final int LAST_PAGE = 4_000;

  @Inject CaseFiles files;
  @Inject People people;
  @Inject Units units;
  @Inject Policy policy;
  @Inject Language language;
  @Inject Words words;

  private String stage;
  private String investigator;
  private String unit;
  private LocalDate from;
  private LocalDate to;
  private int page = 1;
  private Slice<CaseFiles.Row> slice;

  /** A filter that is set, and the address without it. */
  public record Chip(String words, String without) {}

  /** Refuses whoever has no cases to see at all. */
  @Allow(Permission.SEE_CASES)
  public void open() {
    slice = files.register(filter(), (page - 1) * SIZE, SIZE);
  }

  public Slice<CaseFiles.Row> getSlice() {
    return slice;
  }

  public List<CaseFiles.Row> getRows() {
    return slice.rows();
  }

  public int getSize() {
    return SIZE;
  }

  public boolean isNarrowed() {
    return !getChips().isEmpty();
  }

  /** Whether the one who looks may open a case. */
  public boolean isOpener() {
    return policy.allows(Permission.OPEN_CASE);
  }

  public List<CaseStage> getStages() {
    return List.of(CaseStage.values());
  }

  public List<People.Row> getInvestigators() {
    return people.withRole(Role.INVESTIGATOR);
  }

  public List<Units.Row> getUnits() {
    return units.all();
  }

  public String look(CaseStage of) {
    return CaseHead.look(of);
  }

  public String word(CaseStage of) {
    return words.plain("casestage." + of);
  }

  public List<Chip> getChips() {
    List<Chip> chips = new ArrayList<>();
    knownStage().ifPresent(one -> chips.add(chip("stage", word(one))));
    knownInvestigator().map(Person::name).ifPresent(one -> chips.add(chip("investigator", one)));
    knownUnit().map(Unit::name).ifPresent(one -> chips.add(chip("unit", one)));
    if (from != null) {
      chips.add(chip("from", words.of("cases.list.from.chip", Formats.shortDay(from))));
    }
    if (to != null) {
      chips.add(chip("to", words.of("cases.list.to.chip", Formats.shortDay(to))));
    }
    return chips;
  }

  private Chip chip(String parameter, String shown) {
    return new Chip(shown, language.with(parameter, ""));
  }

  private CaseFiles.Filter filter() {
    return new CaseFiles.Filter(
        knownStage().orElse(null),
        knownInvestigator().map(Person::handle).orElse(null),
        null,
        knownUnit().map(Unit::handle).orElse(null),
        from,
        to);
  }

  private Optional<CaseStage> knownStage() {
    return Arrays.stream(CaseStage.values()).filter(one -> one.name().equals(stage)).findFirst();
  }

  private Optional<Person> knownInvestigator() {
    return investigator == null || !investigator.matches("[0-9]{18}")
        ? Optional.empty()
        : people.byNip(Nip.of(investigator));
  }

  private Optional<Unit> knownUnit() {
    return unit == null ? Optional.empty() : units.byCode(unit);
  }

  public String getStage() {
    return stage;
  }

  public void setStage(String stage) {
    this.stage = stage;
  }

  public String getInvestigator() {
    return investigator;
  }

  public void setInvestigator(String investigator) {
    this.investigator = investigator;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.clamp(page, 1, LAST_PAGE);
  }
}
