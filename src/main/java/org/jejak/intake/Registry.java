package org.jejak.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jejak.base.AgencySettings;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseNumbers;
import org.jejak.identity.Nip;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Seats;
import org.jejak.ledger.Ledger;

/** Writes reports down, once for each code. What the public form and the desk have in common. */
@ApplicationScoped
class Registry {
  private static final long RECEIPT = 1;

  @PersistenceContext EntityManager em;
  @Inject IntakeKeys keys;
  @Inject CaseNumbers numbers;
  @Inject People people;
  @Inject AgencySettings agency;
  @Inject Clock clock;
  @Inject Seats seats;
  @Inject Ledger ledger;

  /** Today, in the agency's zone. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), agency.zone());
  }

  /**
   * Registers a report, or finds it where it was registered under this code before.
   *
   * @throws Refusal {@code idempotency.other-body} where the code belongs to another report
   */
  Registered register(InboxCode code, Channel channel, LocalDate receivedOn, Statement statement) {
    Reporter reporter = statement.reporter();
    String codeHash = keys.hash(code);
    String bodyHash = keys.hash(code, channel + "\n" + statement + "\n" + contentOf(reporter));
    lock("code/" + codeHash);
    Optional<Report> earlier = find(codeHash);
    if (earlier.isPresent()) {
      return again(earlier.get(), bodyHash);
    }
    Happened happened =
        new Happened(
            statement.happenedFrom(),
            statement.happenedTo(),
            statement.ongoing(),
            today(),
            agency.serviceBegan());
    Report.Names names =
        new Report.Names(Handle.random(), numbers.draw(), Reference.random(), codeHash, bodyHash);
    Report report = new Report(names, channel, receivedOn, statement, happened);
    em.persist(report);
    ledger.append(report.received(statement.persons().size()));
    name(report, statement.persons());
    if (reporter != null) {
      em.persist(
          new ReporterIdentity(report.subject(), keys.sealIdentity(report.handle(), reporter)));
    }
    return registered(report);
  }

  private Registered again(Report earlier, String bodyHash) {
    if (!earlier.sameAs(bodyHash)) {
      throw Refusal.invalid(
          "idempotency.other-body", "another report was sent under this code or key");
    }
    return registered(earlier);
  }

  private static Registered registered(Report report) {
    return new Registered(report.number(), report.reference(), report.handle(), RECEIPT);
  }

  /** Who is named by number never sees the report, and neither does who stands close to them. */
  private void name(Report report, List<PersonNamed> persons) {
    for (int i = 0; i < persons.size(); i++) {
      PersonNamed named = persons.get(i);
      Nip nip = named.nip() == null ? null : Nip.of(named.nip());
      String person = nip == null ? null : personWith(nip);
      if (person != null) {
        seats.shutOut(report.handle(), person, Seats.SUBJECT);
      }
      em.persist(new ReportedPerson(report, i + 1, named, nip, person));
    }
  }

  private String personWith(Nip nip) {
    return people.byNip(nip).map(Person::handle).orElse(null);
  }

  private Optional<Report> find(String codeHash) {
    return em.createQuery("select r from Report r where r.codeHash = :hash", Report.class)
        .setParameter("hash", codeHash)
        .getResultStream()
        .findFirst();
  }

  /** Two at the same thing at the same time: the second waits and finds what the first wrote. */
  void lock(String thing) {
    List<?> unused =
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
            .setParameter(1, "intake/" + thing)
            .getResultList();
  }

  /** A reporter as text tells nothing, on purpose. */
  private static String contentOf(Reporter reporter) {
    return reporter == null ? "" : reporter.name() + "\n" + reporter.contact();
  }
}
