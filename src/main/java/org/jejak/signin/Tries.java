package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Slows guessing down: after five wrong passwords each further one doubles the wait, up to a
 * quarter of an hour, never for good.
 *
 * <p>A try is counted in a transaction of its own before the password is looked at, so that a
 * hundred at once are a hundred tries, and a restart forgets none.
 */
@ApplicationScoped
public class Tries {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  @PersistenceContext EntityManager em;
  @Inject Clock clock;

  /** How long to wait after that many wrong ones. */
  static Duration waitAfter(int failures) {
    if (failures < FREE) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /**
   * Counts one more try.
   *
   * @return how long to wait; empty where the password may be looked at now
   */
  @Transactional
  public Optional<Duration> count(String bucket) {
    Instant now = clock.instant();
    em.createNativeQuery("delete from sign_in_tries where counted_at < ?1")
        .setParameter(1, at(now.minus(FORGOTTEN_AFTER)))
        .executeUpdate();
    em.createNativeQuery(
            "insert into sign_in_tries (bucket, failures, not_before, counted_at)"
                + " values (?1, 0, ?2, ?2) on conflict (bucket) do nothing")
        .setParameter(1, bucket)
        .setParameter(2, at(now))
        .executeUpdate();
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select failures, cast(floor(extract(epoch from not_before) * 1000) as bigint)"
                        + " from sign_in_tries where bucket = ?1 for update")
                .setParameter(1, bucket)
                .getSingleResult();
    Instant notBefore = Instant.ofEpochMilli(((Number) row[1]).longValue());
    if (now.isBefore(notBefore)) {
      return Optional.of(Duration.between(now, notBefore));
    }
    int failures = ((Number) row[0]).intValue() + 1;
    write(bucket, failures, now.plus(waitAfter(failures)), now);
    return Optional.empty();
  }

  /** The password was right: the next wrong one is the first again. */
  @Transactional
  public void forget(String bucket) {
    write(bucket, 0, clock.instant(), clock.instant());
  }

  private void write(String bucket, int failures, Instant notBefore, Instant now) {
    em.createNativeQuery(
            "update sign_in_tries set failures = ?2, not_before = ?3, counted_at = ?4"
                + " where bucket = ?1")
        .setParameter(1, bucket)
        .setParameter(2, failures)
        .setParameter(3, at(notBefore))
        .setParameter(4, at(now))
        .executeUpdate();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
