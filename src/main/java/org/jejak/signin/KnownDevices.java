package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Browsers from which somebody signed in before: a random cookie, kept as its hash. */
@ApplicationScoped
public class KnownDevices {
  static final Duration LIFE = Duration.ofDays(90);

  @PersistenceContext EntityManager em;
  @Inject Clock clock;

  /** Whether the owner of this account signed in with this cookie. */
  boolean knows(String device, String username) {
    return !em.createNativeQuery(
            "select 1 from known_device d join account a on a.person = d.person"
                + " where d.hash = ?1 and a.username = ?2 and d.expires_at > ?3")
        .setParameter(1, Secret.hash(device))
        .setParameter(2, username)
        .setParameter(3, now())
        .getResultList()
        .isEmpty();
  }

  /** Notes a browser; the value of its cookie. */
  @Transactional
  public String remember(String person) {
    String device = Secret.random();
    em.createNativeQuery("delete from known_device where expires_at < ?1")
        .setParameter(1, now())
        .executeUpdate();
    em.createNativeQuery("insert into known_device (hash, person, expires_at) values (?1, ?2, ?3)")
        .setParameter(1, Secret.hash(device))
        .setParameter(2, person)
        .setParameter(3, now().plus(LIFE))
        .executeUpdate();
    return device;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
