package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.base.Slice;
import org.jejak.identity.Nip;

/** Finds accounts. */
@ApplicationScoped
public class Accounts {
  /** A line of the list of accounts; {@code disabledAt} is {@code null} while it is open. */
  public record Row(String person, Nip nip, String name, String username, Instant disabledAt) {}

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

  /**
   * The accounts by user name, narrowed to those whose user name or whose owner's name begins with
   * the text; under two characters it narrows nothing.
   */
  public Slice<Row> list(String text, int from, int limit) {
    String typed = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    String prefix = typed.length() < 2 ? "%" : typed.replaceAll("([%_!])", "!$1") + '%';
    String where =
        " from Account a, Person p where p.handle = a.person and (a.username like :prefix escape"
            + " '!' or p.sortName like :prefix escape '!')";
    long total =
        em.createQuery("select count(a)" + where, Long.class)
            .setParameter("prefix", prefix)
            .getSingleResult();
    List<Row> rows =
        em.createQuery(
                "select new org.jejak.signin.Accounts$Row(p.handle, p.nip, p.name, a.username,"
                    + " a.disabledAt)"
                    + where
                    + " order by a.username",
                Row.class)
            .setParameter("prefix", prefix)
            .setFirstResult(from)
            .setMaxResults(Math.min(limit, 200))
            .getResultList();
    return new Slice<>(rows, total, true);
  }

  /** Whether nobody has an account yet. */
  public boolean isEmpty() {
    return em.createQuery("select a.id from Account a order by a.id", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
