package org.jejak.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jejak.base.Acting;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;

/** What {@link AddNote} does to the state, with the same questions before it, and no ledger. */
@Dependent
@Transactional
@Allow(Permission.WORK_ON_CASE)
public class AddBareNote {
  @PersistenceContext EntityManager em;
  @Inject CaseFiles files;
  @Inject Clock clock;

  /** The number of the note in its case. */
  public int run(CaseNumber number, String text) {
    CaseFile file = files.hold(number);
    file.demand(CaseStage.OPEN, CaseStage.EXAMINATION, CaseStage.CONCLUDED);
    long before =
        em.createQuery("select count(n) from BareNote n where n.number = :number", Long.class)
            .setParameter("number", number.value())
            .getSingleResult();
    int no = (int) before + 1;
    em.persist(
        new BareNote(number.value(), no, Prose.of(text), Acting.now().handle(), clock.instant()));
    return no;
  }
}
