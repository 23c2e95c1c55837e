package org.jejak.identity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jejak.base.AgencySettings;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;

/**
 * Takes units and people over from a list, all of them or none.
 *
 * <p>A unit is found again by its code, a person by their NIP; a row that says nothing new changes
 * nothing, so the same list may come every night.
 */
@Command
@Allow(Permission.MANAGE_PEOPLE)
public class RecordPeople {
  /** A unit; {@code parent} is the code of the unit above, {@code null} for a root. */
  public record UnitRow(String code, String name, Unit.Kind kind, String parent) {}

  /**
   * A person.
   *
   * @param grade {@code null} where none is given
   * @param unit the code of their unit, in this list or known
   * @param superior the NIP of their direct superior, in this list or known; {@code null} at the
   *     top
   */
  public record PersonRow(
      String nip,
      String name,
      Regime regime,
      String grade,
      String positionTitle,
      PositionLevel positionLevel,
      String unit,
      String superior) {}

  /**
   * What came of the list.
   *
   * @param people the handles of the people, in the order of their rows
   * @param changed how many rows said something new
   */
  public record Outcome(List<String> people, int changed) {}

  private static final int MOST_ROWS = 5_000;
  private static final int LONGEST = 200;

  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;
  @Inject Roles roles;
  @Inject Clock clock;
  @Inject AgencySettings agency;

  /**
   * @throws Refusal {@code row.*}, whose first value is the number of the row that cannot be, from
   *     1, counted within its list
   */
  public Outcome run(List<UnitRow> unitRows, List<PersonRow> personRows) {
    if (unitRows.size() + personRows.size() > MOST_ROWS) {
      throw Refusal.invalid(
          "people.batch", "a batch has at most %d rows".formatted(MOST_ROWS), MOST_ROWS);
    }
    List<LedgerEvent> events = new ArrayList<>();
    Map<String, Unit> units = recordUnits(unitRows, events);
    List<Person> people = recordPeople(personRows, units, events);
    events.add(
        new IdentityEvent.BatchRecorded(
            Subject.SYSTEM, unitRows.size(), personRows.size(), events.size()));
    ledger.append(events);
    roles.forget();
    return new Outcome(people.stream().map(Person::handle).toList(), events.size() - 1);
  }

  private Map<String, Unit> recordUnits(List<UnitRow> rows, List<LedgerEvent> events) {
    Map<String, Unit> units = new HashMap<>();
    em.createQuery("select u from Unit u order by u.id", Unit.class)
        .getResultStream()
        .forEach(unit -> units.put(unit.code(), unit));
    Set<String> seen = new HashSet<>();
    inEach(
        rows,
        row -> {
          text("unit.code", row.code(), 40);
          text("unit.name", row.name(), LONGEST);
          if (row.kind() == null) {
            throw Refusal.invalid("unit.kind", "the kind of unit is missing");
          }
          once(seen, row.code());
          units.computeIfAbsent(row.code(), code -> new Unit(code));
        });
    inEach(
        rows,
        row -> {
          Unit above = row.parent() == null ? null : units.get(row.parent());
          if (row.parent() != null && above == null) {
            throw Refusal.invalid("unit.parent", "no unit has the code of the parent");
          }
          Unit unit = units.get(row.code());
          unit.record(row.name().strip(), row.kind(), above).ifPresent(events::add);
          em.persist(unit);
        });
    inEach(rows, row -> refuseCircle(units.get(row.code()), Unit::parent, "unit.circle"));
    return units;
  }

  private List<Person> recordPeople(
      List<PersonRow> rows, Map<String, Unit> units, List<LedgerEvent> events) {
    LocalDate today = LocalDate.now(clock.withZone(agency.zone()));
    List<Nip> nips = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    inEach(
        rows,
        row -> {
          Nip nip = Nip.of(row.nip()).knownOn(today);
          once(seen, nip.value());
          nips.add(nip);
        });
    Set<Nip> wanted = new HashSet<>(nips);
    inEach(
        rows,
        row -> {
          if (row.superior() != null) {
            wanted.add(Nip.of(row.superior()));
          }
        });
    Map<Nip, Person> people = known(wanted);
    nips.forEach(nip -> people.computeIfAbsent(nip, key -> new Person(key)));
    List<Person> inOrder = nips.stream().map(people::get).toList();
    int[] index = {0};
    inEach(
        rows,
        row -> {
          Person person = inOrder.get(index[0]++);
          person.record(facts(row, units, people)).ifPresent(events::add);
          em.persist(person);
        });
    inEach(
        rows,
        row -> refuseCircle(people.get(Nip.of(row.nip())), Person::superior, "superior.circle"));
    return inOrder;
  }

  private static Person.Facts facts(
      PersonRow row, Map<String, Unit> units, Map<Nip, Person> people) {
    text("person.name", row.name(), LONGEST);
    text("person.position", row.positionTitle(), LONGEST);
    if (row.regime() == null || row.positionLevel() == null) {
      throw Refusal.invalid("person.level", "regime and position level are needed");
    }
    Unit unit = row.unit() == null ? null : units.get(row.unit());
    if (unit == null) {
      throw Refusal.invalid("person.unit", "no unit has this code");
    }
    Person superior = row.superior() == null ? null : people.get(Nip.of(row.superior()));
    if (row.superior() != null && superior == null) {
      throw Refusal.invalid("person.superior", "nobody has the NIP of the superior");
    }
    Grade grade = row.grade() == null ? null : Grade.of(row.grade(), row.regime());
    return new Person.Facts(
        row.name().strip(),
        row.regime(),
        grade,
        row.positionTitle().strip(),
        row.positionLevel(),
        unit,
        superior);
  }

  private Map<Nip, Person> known(Set<Nip> nips) {
    Map<Nip, Person> people = new HashMap<>();
    List<Nip> all = List.copyOf(nips);
    for (int from = 0; from < all.size(); from += 500) {
      em.createQuery("select p from Person p where p.nip in :nips", Person.class)
          .setParameter("nips", all.subList(from, Math.min(from + 500, all.size())))
          .getResultStream()
          .forEach(person -> people.put(person.nip(), person));
    }
    return people;
  }

  private static <T> void refuseCircle(T start, Function<T, Optional<T>> up, String key) {
    Set<T> been = new HashSet<>();
    for (Optional<T> at = Optional.of(start); at.isPresent(); at = up.apply(at.get())) {
      if (!been.add(at.get())) {
        throw Refusal.invalid(key, "the way up leads in a circle");
      }
    }
  }

  private static void text(String key, String value, int longest) {
    if (value == null || value.isBlank() || value.length() > longest) {
      throw Refusal.invalid(key, "missing, or longer than %d".formatted(longest), longest);
    }
  }

  private static void once(Set<String> seen, String key) {
    if (!seen.add(key)) {
      throw Refusal.invalid("twice", "the list has this row twice");
    }
  }

  private interface Step<R> {
    void on(R row);
  }

  /** Does the step with each row; what refuses it is told with the number of the row. */
  private static <R> void inEach(List<R> rows, Step<R> step) {
    int number = 0;
    for (R row : rows) {
      number++;
      try {
        step.on(row);
      } catch (Refusal refusal) {
        Refusal numbered =
            Refusal.invalid(
                "row." + refusal.key(),
                "row %d: %s".formatted(number, refusal.getMessage()),
                number);
        numbered.initCause(refusal);
        throw numbered;
      }
    }
  }
}
