package org.jejak.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.ledger.seal.Narrative;

/**
 * What belongs to a case file. Takes the file itself, because only {@link CaseFiles} hands one out:
 * who has it may see its parts.
 */
@ApplicationScoped
public class CaseParts {
  /**
   * A note as it reads now.
   *
   * @param author name of whoever wrote this wording
   */
  public record Note(int no, int revision, String text, String author, Instant writtenAt) {
    /** As its query makes it. */
    public Note(int no, int revision, Narrative text, String author, Instant writtenAt) {
      this(no, revision, text.text(), author, writtenAt);
    }
  }

  /**
   * The newest finding on a matter.
   *
   * @param author name of whoever found it
   */
  public record Found(
      int matter, int revision, boolean proven, String facts, String author, Instant writtenAt) {
    /** As its query makes it. */
    public Found(
        int matter,
        int revision,
        boolean proven,
        Narrative facts,
        String author,
        Instant writtenAt) {
      this(matter, revision, proven, facts.text(), author, writtenAt);
    }
  }

  @PersistenceContext EntityManager em;

  /** The subjects, in the order in which they were named; at most 20. */
  public List<CaseSubject> subjects(CaseFile file) {
    return em.createQuery(
            "select s from CaseSubject s where s.file = :file order by s.no", CaseSubject.class)
        .setParameter("file", file)
        .setMaxResults(OpenCase.MOST_SUBJECTS)
        .getResultList();
  }

  /** The matters by their number. */
  public List<Matter> matters(CaseFile file) {
    return em.createQuery(
            "select m from Matter m join fetch m.accused where m.file = :file order by m.no",
            Matter.class)
        .setParameter("file", file)
        .setMaxResults(OpenCase.MOST_SUBJECTS * OpenCase.MOST_NORMS)
        .getResultList();
  }

  /**
   * One matter.
   *
   * @throws Refusal UNKNOWN where the case has none of this number
   */
  public Matter matter(CaseFile file, int no) {
    return matters(file).stream()
        .filter(matter -> matter.no() == no)
        .findFirst()
        .orElseThrow(() -> Refusal.unknown("a matter of that number"));
  }

  /** The notes as they read now, newest first. */
  public List<Note> notes(CaseFile file, int offset, int limit) {
    return em.createQuery(
            "select new org.jejak.cases.CaseParts$Note("
                + "n.no, n.revision, n.text, p.name, n.writtenAt)"
                + " from CaseNote n join Person p on p.handle = n.author where n.file = :file"
                + " and n.revision = (select max(o.revision) from CaseNote o"
                + " where o.file = n.file and o.no = n.no) order by n.no desc",
            Note.class)
        .setParameter("file", file)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * One note as it reads now.
   *
   * @throws Refusal UNKNOWN where the case has none of this number
   */
  public Note note(CaseFile file, int no) {
    return em.createQuery(
            "select new org.jejak.cases.CaseParts$Note("
                + "n.no, n.revision, n.text, p.name, n.writtenAt)"
                + " from CaseNote n join Person p on p.handle = n.author"
                + " where n.file = :file and n.no = :no order by n.revision desc",
            Note.class)
        .setParameter("file", file)
        .setParameter("no", no)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Refusal.unknown("a note of that number"));
  }

  /** How many notes there are. */
  public int noteCount(CaseFile file) {
    return em.createQuery("select max(n.no) from CaseNote n where n.file = :file", Integer.class)
        .setParameter("file", file)
        .getResultStream()
        .filter(highest -> highest != null)
        .findFirst()
        .orElse(0);
  }

  /** The newest finding on each matter, by the matter's number. */
  public List<Found> findings(CaseFile file) {
    return em.createQuery(
            "select new org.jejak.cases.CaseParts$Found("
                + "m.no, f.revision, f.proven, f.facts, p.name, f.writtenAt)"
                + " from Finding f join f.matter m join Person p on p.handle = f.author"
                + " where f.file = :file and f.revision = (select max(o.revision) from Finding o"
                + " where o.matter = f.matter) order by m.no",
            Found.class)
        .setParameter("file", file)
        .setMaxResults(OpenCase.MOST_SUBJECTS * OpenCase.MOST_NORMS)
        .getResultList();
  }

  Optional<CaseNote> newest(CaseFile file, int no) {
    return em.createQuery(
            "select n from CaseNote n where n.file = :file and n.no = :no order by n.revision desc",
            CaseNote.class)
        .setParameter("file", file)
        .setParameter("no", no)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  int revisions(Matter matter) {
    return em.createQuery("select count(f) from Finding f where f.matter = :matter", Long.class)
        .setParameter("matter", matter)
        .getSingleResult()
        .intValue();
  }
}
