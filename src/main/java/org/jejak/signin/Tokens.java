package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Refusal;

/** Bearer tokens of the REST interface: 256 random bits, kept as their hash. */
@ApplicationScoped
public class Tokens {
  /** A new token; its value is told once. */
  public record Issued(String token, Instant expiresAt) {}

  /** Whose valid token it is, and the account's generation when it was issued. */
  record Held(String person, int generation) {}

  @PersistenceContext EntityManager em;
  @Inject SigninSettings settings;
  @Inject Clock clock;

  /**
   * A token for an account whose password was just checked.
   *
   * @throws Refusal {@code signin.must-change} where somebody else knows the password
   */
  @Transactional
  public Issued issue(Account account) {
    if (account.mustChange()) {
      throw Refusal.rule("signin.must-change", "the password must be changed on the page first");
    }
    Instant now = clock.instant();
    Issued issued = new Issued(Secret.random(), now.plus(settings.tokenLife()));
    em.createNativeQuery("delete from api_token where expires_at < ?1")
        .setParameter(1, at(now))
        .executeUpdate();
    em.createNativeQuery(
            "insert into api_token (hash, person, generation, made_at, expires_at)"
                + " values (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, Secret.hash(issued.token()))
        .setParameter(2, account.person())
        .setParameter(3, account.generation())
        .setParameter(4, at(now))
        .setParameter(5, at(issued.expiresAt()))
        .executeUpdate();
    return issued;
  }

  /** Ends a token; nothing happens where it is none. */
  @Transactional
  public void end(String token) {
    em.createNativeQuery("delete from api_token where hash = ?1")
        .setParameter(1, Secret.hash(token))
        .executeUpdate();
  }

  Optional<Held> find(String token) {
    List<?> rows =
        em.createNativeQuery(
                "select person, generation from api_token where hash = ?1 and expires_at > ?2")
            .setParameter(1, Secret.hash(token))
            .setParameter(2, at(clock.instant()))
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Held((String) row[0], ((Number) row[1]).intValue()))
        .findFirst();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
