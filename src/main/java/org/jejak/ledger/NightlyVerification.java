package org.jejak.ledger;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.AgencySettings;

/** Verifies everything once a night, so that nobody has to think of it. */
@ApplicationScoped
public class NightlyVerification {
  /** Another node, or an auditor, was at it so short a time ago that it need not be done again. */
  private static final Duration FRESH = Duration.ofHours(6);

  @Resource ManagedScheduledExecutorService timer;
  @Inject Verifications verifications;
  @Inject LedgerSettings settings;
  @Inject AgencySettings agency;
  @Inject Clock clock;

  void start(@Observes @Priority(300) @Initialized(ApplicationScoped.class) Object started) {
    plan();
  }

  void verify() {
    try {
      boolean fresh =
          verifications
              .last()
              .filter(last -> last.endedAt().isAfter(clock.instant().minus(FRESH)))
              .isPresent();
      if (!fresh) {
        Acting.run(Actor.system("verification"), verifications::begin);
      }
    } finally {
      plan();
    }
  }

  void plan() {
    ZonedDateTime now = clock.instant().atZone(agency.zone());
    Duration wait = until(now, settings.verifyAt());
    var unused = timer.schedule(this::verify, wait.toMillis(), MILLISECONDS);
  }

  /** From now until it is that time of the day again; never zero. */
  static Duration until(ZonedDateTime now, LocalTime time) {
    ZonedDateTime today = now.with(time);
    return Duration.between(now, today.isAfter(now) ? today : now.plusDays(1).with(time));
  }
}
