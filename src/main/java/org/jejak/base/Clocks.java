package org.jejak.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one clock. It ticks in microseconds, because PostgreSQL keeps no more. */
@ApplicationScoped
public class Clocks {
  private static final Duration MICROSECOND = Duration.ofNanos(1000);

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }
}
