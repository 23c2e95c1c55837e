package org.jejak.ledger;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.concurrent.TimeUnit.MINUTES;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.Refusal;

/** Sees to it that every day, by universal time, has its heartbeat, whichever node is up. */
@ApplicationScoped
public class Heartbeats {
  private static final System.Logger LOG = System.getLogger(Heartbeats.class.getName());
  private static final Actor HEART = Actor.system("heartbeat");
  private static final int EVERY_MINUTES = 30;
  private static final int AFTER_START = 10;

  @Resource ManagedScheduledExecutorService timer;
  @Inject Beat beat;
  @Inject Clock clock;
  private LocalDate done = LocalDate.MIN;

  void start(@Observes @Priority(300) @Initialized(ApplicationScoped.class) Object started) {
    var unused = timer.scheduleAtFixedRate(this::look, AFTER_START, EVERY_MINUTES, MINUTES);
  }

  /** Writes today's, unless it is there: it is a request of which there is one a day. */
  void look() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (today.equals(done)) {
      return;
    }
    try {
      Acting.as(
          HEART,
          "heartbeat-" + today,
          () -> {
            beat.run();
            return true;
          });
      done = today;
    } catch (Refusal e) {
      if (e.key().equals("request.repeated")) {
        done = today; // another node, or this one before its restart
      } else {
        LOG.log(WARNING, "no heartbeat now: {0}", e.getMessage());
      }
    } catch (RuntimeException e) {
      LOG.log(WARNING, "no heartbeat now", e); // the timer would forget a job that throws
    }
  }
}
