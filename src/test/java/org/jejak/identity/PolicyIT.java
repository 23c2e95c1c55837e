package org.jejak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jejak.TheWar;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.Command;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;
import org.jejak.identity.RecordPeople.PersonRow;
import org.jejak.identity.RecordPeople.UnitRow;
import org.jejak.ledger.EventName;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People, roles and the policy against the real database. A unit stands in for a file. */
@ExtendWith(ArquillianExtension.class)
class PolicyIT {
  private static final Actor TEST = Actor.system("test");
  private static int serial = 100;

  @Inject RecordPeople recordPeople;
  @Inject GrantRole grantRole;
  @Inject RevokeRole revokeRole;
  @Inject DeclareTie declareTie;
  @Inject People people;
  @Inject Units units;
  @Inject Roles roles;
  @Inject Seats seats;
  @Inject Policy policy;
  @Inject Ledger ledger;
  @Inject OnFile onFile;
  @PersistenceContext EntityManager em;

  @Deployment
  static WebArchive war() {
    return TheWar.with(PolicyIT.class, OnFile.class, OnFile.Changed.class);
  }

  /** Changes seats of a file under an entry of its chain, as a feature's command does. */
  @Command
  public static class OnFile {
    /** Something happened to the file. */
    @EventName("test.file-changed/1")
    public record Changed(Subject subject) implements LedgerEvent {}

    @Inject Ledger ledger;

    public void run(String file, Runnable work) {
      work.run();
      ledger.append(new Changed(Subject.of(file)));
    }
  }

  @Test
  void aListIsTakenOverOnceAndSaidAgainChangesNothing() {
    String code = code();
    List<UnitRow> unitRows = List.of(unit(code, null));
    List<PersonRow> rows = List.of(row(nip(), code, null));
    RecordPeople.Outcome first = record(unitRows, rows);
    RecordPeople.Outcome second = record(unitRows, rows);
    assertThat(first.changed()).isEqualTo(2);
    assertThat(second.changed()).isZero();
    assertThat(second.people()).isEqualTo(first.people());
    assertThat(ledger.count(first.people().get(0))).isOne();
  }

  @Test
  void whatEntersTheLogAboutAPersonHasNeitherNameNorNumber() {
    String person = person(null);
    assertThat(ledger.newest(person, Long.MAX_VALUE, 1).get(0).data().toString())
        .doesNotContain("Rahayu")
        .doesNotContain("1980")
        .contains("PNS");
  }

  @Test
  void aSuperiorBelowOneselfIsFound() {
    String a = nip();
    String b = nip();
    String c = nip();
    String code = code();
    refused(
        "row.superior.circle",
        () ->
            record(
                List.of(unit(code, null)),
                List.of(row(a, code, b), row(b, code, c), row(c, code, a))));
    assertThat(units.byCode(code)).as("all of the list or nothing").isEmpty();
    record(List.of(unit(code, null)), List.of(row(a, code, b), row(b, code, null)));
    refused("row.superior.circle", () -> record(List.of(), List.of(row(b, code, a))));
  }

  @Test
  void aUnitBelowItselfIsFound() {
    String a = code();
    String b = code();
    refused("row.unit.circle", () -> record(List.of(unit(a, b), unit(b, a)), List.of()));
  }

  @Test
  void aRowThatCannotBeIsNamedWithItsNumber() {
    String code = code();
    List<UnitRow> good = List.of(unit(code, null));
    refused("row.unit.parent", () -> record(List.of(unit(code(), "nowhere")), List.of()));
    refused("row.twice", () -> record(List.of(unit(code, null), unit(code, null)), List.of()));
    refused("row.nip.digits", () -> record(good, List.of(row("123", code, null))));
    refused("row.nip.future", () -> record(good, List.of(row("200001012058121001", code, null))));
    refused("row.person.unit", () -> record(good, List.of(row(nip(), "nowhere", null))));
    refused("row.person.superior", () -> record(good, List.of(row(nip(), code, nip()))));
    PersonRow wrongGrade =
        new PersonRow(
            nip(), "A", Regime.PPPK, "III/c", "Staf", PositionLevel.PELAKSANA, code, null);
    assertThatThrownBy(() -> record(good, List.of(row(nip(), code, null), wrongGrade)))
        .isInstanceOfSatisfying(
            Refusal.class,
            no -> {
              assertThat(no.key()).isEqualTo("row.grade.regime");
              assertThat(no.values()).containsExactly(2);
            });
  }

  @Test
  void somebodyIsFoundByTheBeginningsOfTheirNameOrNumber() {
    String nip = nip();
    String handle = person(nip, "Dr. Zulaikha Qomariyah, S.H.", null);
    assertThat(people.find("qoma zul", 5)).extracting(People.Row::handle).containsExactly(handle);
    assertThat(people.find("ZULAI", 5)).extracting(People.Row::handle).contains(handle);
    assertThat(people.find(Nip.of(nip).spaced(), 5))
        .extracting(People.Row::handle)
        .containsExactly(handle);
    assertThat(people.find("ulaikha", 5)).isEmpty();
    assertThat(people.find("z", 5)).as("one letter is too little").isEmpty();
    assertThat(people.find("'); drop table person; --", 5)).isEmpty();
    assertThat(people.find("&|!:*", 5)).isEmpty();
  }

  @Test
  void rolesFollowFromPeopleAndFromGrants() {
    String superiorsNip = nip();
    String superior = person(superiorsNip, "Atasan", null);
    assertThat(roles.of(superior)).containsExactly(Role.ASN);
    person(nip(), "Bawahan", superiorsNip);
    grant(superior, Role.INVESTIGATOR);
    assertThat(roles.of(superior))
        .containsExactlyInAnyOrder(Role.ASN, Role.SUPERIOR, Role.INVESTIGATOR);
    revoke(superior, Role.INVESTIGATOR);
    assertThat(roles.of(superior)).doesNotContain(Role.INVESTIGATOR);
    assertThat(roles.of("nobody")).isEmpty();
  }

  @Test
  void anAdministratorHoldsNoOtherRoleAndNobodyServesThemselves() {
    String admin = person(null);
    grant(admin, Role.ADMINISTRATOR);
    refused("role.mixture", () -> grant(admin, Role.INVESTIGATOR));
    refused(
        "role.self",
        () -> as(admin, () -> grantRole.run(admin, Set.of(Role.INVESTIGATOR), "for myself")));
    String other = person(null);
    refused("role.computed", () -> grant(other, Role.SUPERIOR));
    refused("role.mixture", () -> grant(other, Role.ADMINISTRATOR, Role.AUDITOR));
    refused(
        "role.reason",
        () -> as(TEST.handle(), () -> grantRole.run(other, Set.of(Role.AUDITOR), " x ")));
    as(admin, () -> grantRole.run(other, Set.of(Role.AUDITOR), "letter 7"));
    refused("role.held", () -> grant(other, Role.AUDITOR));
    assertThat(ledger.newest(other, Long.MAX_VALUE, 1).get(0))
        .satisfies(
            entry -> {
              assertThat(entry.act()).isEqualTo("identity.role-granted/1");
              assertThat(entry.who()).isEqualTo(admin);
              assertThat(entry.role()).as("the role that allowed it").isEqualTo("ADMINISTRATOR");
            });
  }

  @Test
  void withoutThePermissionNothingHappens() {
    String asn = person(null);
    String other = person(null);
    long before = ledger.count(other);
    refused(
        "forbidden", () -> as(asn, () -> grantRole.run(other, Set.of(Role.AUDITOR), "letter 7")));
    refused(
        "forbidden",
        () ->
            Acting.run(Actor.PUBLIC, () -> grantRole.run(other, Set.of(Role.AUDITOR), "letter 7")));
    assertThat(ledger.count(other)).isEqualTo(before);
    assertThat(roles.of(other)).containsExactly(Role.ASN);
  }

  @Test
  void aSeatOpensTheFileToItsHolderAlone() {
    String file = file();
    String holder = investigator(null);
    String other = investigator(null);
    give(file, holder, Seat.INVESTIGATOR);
    seen(holder, file);
    hidden(other, file);
    change(file, () -> seats.end(file, holder, Seat.INVESTIGATOR));
    hidden(holder, file);
    assertThat(seats.on(file)).hasSize(1).allMatch(row -> row.until() != null);
  }

  @Test
  void aRoleTakenBackShutsEveryFileAtOnce() {
    String file = file();
    String holder = investigator(null);
    give(file, holder, Seat.INVESTIGATOR);
    revoke(holder, Role.INVESTIGATOR);
    hidden(holder, file);
  }

  @Test
  void aSeatNeedsItsRole() {
    String file = file();
    String asn = person(null);
    refused("seat.role", () -> give(file, asn, Seat.INVESTIGATOR));
    give(file, asn, Seat.DECLARANT);
    seen(asn, file);
  }

  @Test
  void whomTheFileIsAboutIsShutOutWithTheirKinAndTheirSubordinates() {
    String file = file();
    String subjectsNip = nip();
    String subject = person(subjectsNip, "Terlapor", null);
    String kin = investigator(null);
    String kinTheOtherWay = investigator(null);
    String subordinate = investigator(subjectsNip);
    String stranger = investigator(null);
    grant(subject, Role.INVESTIGATOR);
    for (String person : List.of(subject, kin, kinTheOtherWay, subordinate, stranger)) {
      give(file, person, Seat.INVESTIGATOR);
    }
    as(TEST.handle(), () -> declareTie.run(kin, subject, Tie.Kind.SIBLING));
    as(TEST.handle(), () -> declareTie.run(subject, kinTheOtherWay, Tie.Kind.SPOUSE));
    change(file, () -> seats.shutOut(file, subject, Seats.SUBJECT));
    for (String person : List.of(subject, kin, kinTheOtherWay, subordinate)) {
      hidden(person, file);
      assertThat(seats.isShutOut(file, person)).isTrue();
      refused("seat.shut-out", () -> give(file, person, Seat.INVESTIGATOR));
    }
    seen(stranger, file);
  }

  @Test
  void aTieDeclaredLaterShutsOutToo() {
    String file = file();
    String subject = person(null);
    String investigator = investigator(null);
    give(file, investigator, Seat.INVESTIGATOR);
    change(file, () -> seats.shutOut(file, subject, Seats.SUBJECT));
    seen(investigator, file);
    as(TEST.handle(), () -> declareTie.run(investigator, subject, Tie.Kind.IN_LAW));
    hidden(investigator, file);
    refused(
        "tie.known",
        () -> as(TEST.handle(), () -> declareTie.run(investigator, subject, Tie.Kind.IN_LAW)));
  }

  @Test
  void onAnotherGroundOnlyThatPersonIsShutOut() {
    String file = file();
    String reporter = person(null);
    String kin = investigator(null);
    as(TEST.handle(), () -> declareTie.run(kin, reporter, Tie.Kind.PARENT));
    give(file, kin, Seat.INVESTIGATOR);
    change(file, () -> seats.shutOut(file, reporter, "reporter"));
    seen(kin, file);
    change(file, () -> seats.shutOut(file, reporter, Seats.SUBJECT));
    hidden(kin, file);
  }

  @Test
  void shutOutAndSeatedInOneBreathIsRefusedAsWell() {
    String file = file();
    String person = investigator(null);
    refused(
        "seat.shut-out",
        () ->
            change(
                file,
                () -> {
                  seats.shutOut(file, person, Seats.SUBJECT);
                  seats.give(file, person, Seat.INVESTIGATOR);
                }));
    change(
        file,
        () -> {
          seats.give(file, person, Seat.INVESTIGATOR);
          seats.give(file, person, Seat.INVESTIGATOR);
          seats.shutOut(file, person, Seats.SUBJECT);
        });
    hidden(person, file);
    assertThat(seats.on(file)).as("given once, and ended").hasSize(1);
  }

  @Test
  void thePublicSeesNothingAndJobsSeeAll() {
    String file = file();
    Acting.run(
        Actor.PUBLIC,
        () -> {
          assertThat(policy.sees(file)).isFalse();
          assertThat(listed(file, policy.visible("u"))).isFalse();
          assertThat(listed(file, policy.notShutOut("u"))).isFalse();
          assertThat(policy.allows(Permission.REPORT)).isTrue();
          assertThat(policy.allows(Permission.SIGNED_IN)).isFalse();
        });
    Acting.run(
        TEST,
        () -> {
          assertThat(policy.sees(file)).isTrue();
          assertThat(listed(file, policy.visible("u"))).isTrue();
          assertThat(listed(file, policy.notShutOut("u"))).isTrue();
        });
  }

  @Test
  void aSeatWithoutAnEntryDoesNotCommit() {
    String file = file();
    String person = investigator(null);
    assertThatThrownBy(
            () ->
                as(
                    TEST.handle(),
                    () -> onFile.run(file(), () -> seats.give(file, person, Seat.INVESTIGATOR))))
        .isInstanceOf(RuntimeException.class);
    hidden(person, file);
  }

  private void seen(String person, String file) {
    assertAll(person, file, true);
  }

  private void hidden(String person, String file) {
    assertAll(person, file, false);
  }

  /** Every way to ask gives the same answer. */
  private void assertAll(String person, String file, boolean expected) {
    as(
        person,
        () -> {
          assertThat(policy.sees(file)).isEqualTo(expected);
          assertThat(policy.visibleAmong(Set.of(file, "other")))
              .isEqualTo(expected ? Set.of(file) : Set.of());
          assertThat(policy.visibleFiles().contains(file)).isEqualTo(expected);
          assertThat(listed(file, policy.visible("u"))).isEqualTo(expected);
          boolean out = seats.isShutOut(file, person);
          assertThat(policy.isShutOut(file)).isEqualTo(out);
          assertThat(policy.shutOutOf().contains(file)).isEqualTo(out);
          assertThat(listed(file, policy.notShutOut("u"))).isEqualTo(!out);
        });
  }

  private boolean listed(String file, String condition) {
    return new HashSet<>(
            policy
                .bind(
                    em.createQuery("select u.handle from Unit u where " + condition, String.class))
                .getResultList())
        .contains(file);
  }

  private String file() {
    String code = code();
    record(List.of(unit(code, null)), List.of());
    return units.byCode(code).orElseThrow().handle();
  }

  private String investigator(String superior) {
    String person = person(nip(), "Sri Rahayu, S.H.", superior);
    grant(person, Role.INVESTIGATOR);
    return person;
  }

  private String person(String superior) {
    return person(nip(), "Sri Rahayu, S.H.", superior);
  }

  private String person(String nip, String name, String superior) {
    String code = code();
    PersonRow row =
        new PersonRow(
            nip, name, Regime.PNS, "III/c", "Staf", PositionLevel.PELAKSANA, code, superior);
    return record(List.of(unit(code, null)), List.of(row)).people().get(0);
  }

  private RecordPeople.Outcome record(List<UnitRow> unitRows, List<PersonRow> personRows) {
    Supplier<RecordPeople.Outcome> work = () -> recordPeople.run(unitRows, personRows);
    return Acting.as(TEST, work);
  }

  private void grant(String person, Role... given) {
    as(TEST.handle(), () -> grantRole.run(person, Set.of(given), "letter 1"));
  }

  private void revoke(String person, Role role) {
    as(TEST.handle(), () -> revokeRole.run(person, role, "letter 2"));
  }

  private void give(String file, String person, Seat seat) {
    change(file, () -> seats.give(file, person, seat));
  }

  private void change(String file, Runnable work) {
    Acting.run(TEST, () -> onFile.run(file, work));
  }

  private static void as(String person, Runnable work) {
    Acting.run(person.equals(TEST.handle()) ? TEST : new Actor(person, "ASN"), work);
  }

  private static void refused(String key, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
  }

  private static UnitRow unit(String code, String parent) {
    return new UnitRow(code, "Unit " + code, Unit.Kind.OFFICE, parent);
  }

  private static PersonRow row(String nip, String unit, String superior) {
    return new PersonRow(
        nip,
        "Sri Rahayu, S.H.",
        Regime.PNS,
        "III/c",
        "Staf",
        PositionLevel.PELAKSANA,
        unit,
        superior);
  }

  private static String code() {
    return Handle.random(12);
  }

  /** A new number each time. */
  private static synchronized String nip() {
    serial++;
    return "1980%02d%02d2005012%03d"
        .formatted(1 + serial / 1000, 1 + serial % 28, 1 + serial % 998);
  }
}
