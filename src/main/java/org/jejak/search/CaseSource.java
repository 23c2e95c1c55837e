package org.jejak.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.base.AgencySettings;
import org.jejak.cases.CaseFile;
import org.jejak.cases.CaseNote;
import org.jejak.cases.CaseSubject;
import org.jejak.cases.Finding;
import org.jejak.cases.Matter;

/** Case files: title, allegation, subjects, notes, findings and reasons as they read now. */
@ApplicationScoped
class CaseSource implements Source {
  @PersistenceContext EntityManager em;
  @Inject Directory directory;
  @Inject AgencySettings agency;

  private record Parts(
      Rows<CaseSubject> subjects,
      Rows<Matter> matters,
      Rows<CaseNote> notes,
      Rows<Finding> found) {}

  @Override
  public Kind kind() {
    return Kind.CASE;
  }

  @Override
  public List<Described> read(Collection<String> handles) {
    if (handles.isEmpty()) {
      return List.of();
    }
    List<CaseFile> files =
        em.createQuery("select c from CaseFile c where c.handle in :handles", CaseFile.class)
            .setParameter("handles", handles)
            .getResultList();
    if (files.isEmpty()) {
      return List.of();
    }
    Parts parts = parts(files.stream().map(CaseFile::handle).toList());
    Map<String, String> units = directory.units();
    Map<String, Directory.Entry> people =
        directory.people(
            files.stream()
                .flatMap(file -> parts.subjects().of(file.handle()).stream())
                .flatMap(subject -> subject.person().stream())
                .distinct()
                .toList());
    return files.stream().map(file -> describe(file, parts, units, people)).toList();
  }

  @Override
  public List<String> present(Collection<String> handles) {
    return em.createQuery(
            "select c.handle from CaseFile c where c.handle in :handles", String.class)
        .setParameter("handles", handles)
        .getResultList();
  }

  private Parts parts(List<String> handles) {
    return new Parts(
        Rows.of(
            em.createQuery(
                "select s from CaseSubject s where s.trail.caseRef in :handles order by s.no",
                CaseSubject.class),
            handles),
        Rows.of(
            em.createQuery(
                "select m from Matter m where m.trail.caseRef in :handles order by m.no",
                Matter.class),
            handles),
        Rows.of(
            em.createQuery(
                "select n from CaseNote n where n.trail.caseRef in :handles and n.revision ="
                    + " (select max(o.revision) from CaseNote o"
                    + " where o.file = n.file and o.no = n.no) order by n.no",
                CaseNote.class),
            handles),
        Rows.of(
            em.createQuery(
                "select f from Finding f where f.trail.caseRef in :handles and f.revision ="
                    + " (select max(o.revision) from Finding o where o.matter = f.matter)"
                    + " order by f.id",
                Finding.class),
            handles));
  }

  private Described describe(
      CaseFile file, Parts parts, Map<String, String> units, Map<String, Directory.Entry> people) {
    List<CaseSubject> subjects = parts.subjects().of(file.handle());
    List<String> codes = new ArrayList<>();
    codes.add(file.number().value());
    subjects.stream()
        .flatMap(subject -> subject.person().stream())
        .map(people::get)
        .forEach(person -> codes.add(person.nip().value()));
    return new Described(
        Kind.CASE,
        file.handle(),
        file.number().value(),
        "/cases/" + file.number(),
        file.title(),
        LocalDate.ofInstant(file.openedAt(), agency.zone()),
        file.stage().name(),
        file.unit().map(units::get).orElse(null),
        subjects.stream().map(CaseSubject::name).toList(),
        codes,
        texts(file, parts));
  }

  private static List<String> texts(CaseFile file, Parts parts) {
    List<String> texts = new ArrayList<>();
    texts.add(file.allegation());
    parts.found().of(file.handle()).forEach(finding -> texts.add(finding.facts()));
    parts.notes().of(file.handle()).forEach(note -> texts.add(note.text()));
    parts.matters().of(file.handle()).stream()
        .map(Matter::reason)
        .flatMap(Optional::stream)
        .forEach(texts::add);
    file.closingReason().ifPresent(texts::add);
    return texts;
  }
}
