package org.jejak.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the demo: while the agency's past is told it shows the told time, which moves
 * forward only and never past now; afterwards it is the system's clock.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class DemoClock {
  private Instant told;

  /**
   * Tells {@code moment} from here on. A moment before the last one told, or after now, is bent to
   * the nearest that is allowed.
   */
  synchronized void tell(Instant moment) {
    Instant now = now();
    Instant forward = told == null || moment.isAfter(told) ? moment : told;
    told = forward.isAfter(now) ? now : forward.truncatedTo(ChronoUnit.MICROS);
  }

  /** The past has been told; from here on it is now. */
  synchronized void toThePresent() {
    told = null;
  }

  /** Every look moves the told time on by a microsecond, so that no two acts share a moment. */
  private synchronized Instant look() {
    Instant now = now();
    if (told == null) {
      return now;
    }
    Instant next = told.plus(1, ChronoUnit.MICROS);
    told = next.isAfter(now) ? now : next;
    return told;
  }

  private static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Produces
  @ApplicationScoped
  Clock clock() {
    return new Told(this, ZoneOffset.UTC);
  }

  private static final class Told extends Clock {
    private final DemoClock source;
    private final ZoneId zone;

    private Told(DemoClock source, ZoneId zone) {
      this.source = source;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Told(source, other);
    }

    @Override
    public Instant instant() {
      return source.look();
    }
  }
}
