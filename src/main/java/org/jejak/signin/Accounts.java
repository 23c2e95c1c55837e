package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Refusal;

/** Finds accounts. */
@ApplicationScoped
public class Accounts {
  /** A line of the list of accounts; {@code open} is false while it is disabled. */
  public record Row(String person, String username, boolean open, boolean demo) {}

  @PersistenceContext EntityManager em;

  public Optional<Account> of(String person) {
    return em.createQuery("select a from Account a where a.person = :person", Account.class)
        .setParameter("person", person)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** As {@link #of}, for commands. */
  Account get(String person) {
    return of(person).orElseThrow(() -> Refusal.unknown("account"));
  }

  Optional<Account> byUsername(String username) {
    return em.createQuery("select a from Account a where a.username = :username", Account.class)
        .setParameter("username", username)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The accounts of these people, by user name, at most 200. */
  public List<Row> ofAll(List<String> people) {
    if (people.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select a from Account a where a.person in :people order by a.username", Account.class)
        .setParameter("people", people)
        .setMaxResults(200)
        .getResultStream()
        .map(a -> new Row(a.person(), a.username(), a.isOpen(), a.isDemo()))
        .toList();
  }

  /** Whether nobody has an account yet. */
  public boolean isEmpty() {
    return em.createQuery("select a.id from Account a order by a.id", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
