package org.jejak.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Adds messages to a conversation, each of them once. */
@ApplicationScoped
class Conversation {
  @PersistenceContext EntityManager em;
  @Inject Registry registry;

  /** The message that the form with this key has brought already. */
  Optional<Message> find(Report report, String formKey) {
    registry.lock("talk/" + report.handle());
    return em.createQuery(
            "select m from Message m where m.report = :report and m.formKey = :key", Message.class)
        .setParameter("report", report)
        .setParameter("key", formKey)
        .getResultStream()
        .findFirst();
  }

  void write(Report report, Message.Author author, String writer, String text, String formKey) {
    em.persist(new Message(report, next(report), author, writer, text, registry.today(), formKey));
  }

  private int next(Report report) {
    List<Integer> last =
        em.createQuery("select max(m.nr) from Message m where m.report = :report", Integer.class)
            .setParameter("report", report)
            .getResultList();
    return last.isEmpty() || last.get(0) == null ? 1 : last.get(0) + 1;
  }
}
