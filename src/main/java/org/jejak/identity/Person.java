package org.jejak.identity;

import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jejak.base.Handle;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.access.OutsideFiles;
import org.jejak.ledger.seal.Secrecy;

/** A civil servant of the agency, with or without an account. */
@Entity
@Secrecy(PLAIN)
@OutsideFiles
@Table(name = "person")
@CheckReturnValue
public class Person implements Recorded {
  /** What a batch says about somebody; {@code grade} and {@code superior} may be absent. */
  record Facts(
      String name,
      Regime regime,
      Grade grade,
      String positionTitle,
      PositionLevel positionLevel,
      Unit unit,
      Person superior) {}

  private static final Set<String> TITLES =
      Set.of(
          "prof.", "dr.", "drs.", "dra.", "ir.", "h.", "hj.", "drg.", "drh.", "apt.", "ns.", "kh.");

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_seq")
  @SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String handle;

  @Column(updatable = false)
  private Nip nip;

  private String name;

  @Column(name = "sort_name")
  private String sortName;

  @Enumerated(EnumType.STRING)
  private Regime regime;

  private Grade grade;

  @Column(name = "position_title")
  private String positionTitle;

  @Enumerated(EnumType.STRING)
  @Column(name = "position_level")
  private PositionLevel positionLevel;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "unit_id")
  private Unit unit;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "superior_id")
  private Person superior;

  @Embedded private Trail trail;
  @Version private long version;

  protected Person() {}

  Person(Nip nip) {
    this.handle = Handle.random();
    this.nip = nip;
    this.trail = Trail.of(Subject.of(handle));
  }

  /** Takes over what the batch says; empty where it says nothing new. */
  Optional<IdentityEvent.PersonRecorded> record(Facts facts) {
    if (facts.equals(facts())) {
      return Optional.empty();
    }
    this.name = facts.name();
    this.sortName = sortable(facts.name());
    this.regime = facts.regime();
    this.grade = facts.grade();
    this.positionTitle = facts.positionTitle();
    this.positionLevel = facts.positionLevel();
    this.unit = facts.unit();
    this.superior = facts.superior();
    return Optional.of(
        new IdentityEvent.PersonRecorded(
            Subject.of(handle),
            regime,
            positionLevel,
            unit.handle(),
            superior == null ? null : superior.handle));
  }

  /** A name as lists are ordered by it: small letters, without titles. */
  static String sortable(String name) {
    int comma = name.indexOf(',');
    String rest = (comma < 0 ? name : name.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
    int space = rest.indexOf(' ');
    while (space > 0 && TITLES.contains(rest.substring(0, space))) {
      rest = rest.substring(space + 1).strip();
      space = rest.indexOf(' ');
    }
    return rest;
  }

  private Facts facts() {
    return new Facts(name, regime, grade, positionTitle, positionLevel, unit, superior);
  }

  public String handle() {
    return handle;
  }

  public Nip nip() {
    return nip;
  }

  /** With titles, as on letters. */
  public String name() {
    return name;
  }

  /** One or two letters of the name without titles. */
  public String initials() {
    String[] words = sortName.split(" ", -1);
    String letters = words[0].substring(0, 1);
    if (words.length > 1) {
      letters += words[words.length - 1].charAt(0);
    }
    return letters.toUpperCase(Locale.ROOT);
  }

  public Regime regime() {
    return regime;
  }

  public Optional<Grade> grade() {
    return Optional.ofNullable(grade);
  }

  public String positionTitle() {
    return positionTitle;
  }

  public PositionLevel positionLevel() {
    return positionLevel;
  }

  public Unit unit() {
    return unit;
  }

  /** The direct superior (atasan langsung). */
  public Optional<Person> superior() {
    return Optional.ofNullable(superior);
  }

  @Override
  public Trail trail() {
    return trail;
  }

  /** The same civil servant, also as another copy in memory. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Person person && Objects.equals(nip, person.nip);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(nip);
  }
}
