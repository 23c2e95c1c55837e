package org.jejak.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jejak.intake.Message;
import org.jejak.intake.Report;
import org.jejak.intake.ReportStage;
import org.jejak.intake.ReportedPerson;

/** Reports at triage. Who sent them is sealed and never comes here. */
@ApplicationScoped
class ReportSource implements Source {
  private static final int TITLE_LENGTH = 100;

  @PersistenceContext EntityManager em;

  @Override
  public Kind kind() {
    return Kind.REPORT;
  }

  @Override
  public List<String> present(Collection<String> handles) {
    return em.createQuery(
            "select r.handle from Report r where r.handle in :handles and r.stage <> :opened",
            String.class)
        .setParameter("handles", handles)
        .setParameter("opened", ReportStage.OPENED)
        .getResultList();
  }

  @Override
  public List<Described> read(Collection<String> handles) {
    if (handles.isEmpty()) {
      return List.of();
    }
    List<Report> reports =
        em.createQuery(
                "select r from Report r where r.handle in :handles and r.stage <> :opened",
                Report.class)
            .setParameter("handles", handles)
            .setParameter("opened", ReportStage.OPENED)
            .getResultList();
    if (reports.isEmpty()) {
      return List.of();
    }
    List<String> found = reports.stream().map(Report::handle).toList();
    Rows<ReportedPerson> persons =
        Rows.of(
            em.createQuery(
                "select p from ReportedPerson p where p.trail.caseRef in :handles order by p.nr",
                ReportedPerson.class),
            found);
    Rows<Message> messages =
        Rows.of(
            em.createQuery(
                "select m from Message m where m.trail.caseRef in :handles order by m.nr",
                Message.class),
            found);
    return reports.stream()
        .map(report -> describe(report, persons.of(report.handle()), messages.of(report.handle())))
        .toList();
  }

  private static Described describe(
      Report report, List<ReportedPerson> persons, List<Message> messages) {
    List<String> codes = new ArrayList<>();
    codes.add(report.number().value());
    codes.add(report.reference().value());
    persons.stream().filter(p -> p.nip() != null).forEach(p -> codes.add(p.nip().value()));
    return new Described(
        Kind.REPORT,
        report.handle(),
        report.number().value(),
        "/cases/triage/" + report.number(),
        Texts.beginning(report.allegation(), TITLE_LENGTH),
        report.receivedOn(),
        report.stage().name(),
        report.unit(),
        persons.stream().map(ReportedPerson::name).toList(),
        codes,
        texts(report, messages));
  }

  private static List<String> texts(Report report, List<Message> messages) {
    List<String> texts = new ArrayList<>();
    texts.add(report.allegation());
    texts.addAll(Texts.present(report.place(), report.evidence()));
    messages.forEach(message -> texts.add(message.text()));
    return texts;
  }
}
