package org.jejak.insight;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.ledger.LogGrew;

/** Follows the log for the figures; what fails is tried again where it stopped. */
@ApplicationScoped
public class FigureFollower {
  private static final System.Logger LOG = System.getLogger(FigureFollower.class.getName());
  private static final long POLL_MILLIS = 2_000;
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 5_000;
  private static final long LONGEST_STOP_MILLIS = 5_000;

  @Resource ManagedThreadFactory threads;
  @Inject FigureBook book;

  private final Semaphore nudge = new Semaphore(0);
  private volatile boolean running = true;
  private Thread follower;

  void start(@Observes Startup deployed) {
    follower = threads.newThread(() -> Acting.run(Actor.system("insight"), this::follow));
    follower.setName("jejak-insight");
    follower.setDaemon(true);
    follower.start();
  }

  void wake(@ObservesAsync LogGrew grown) {
    nudge.release();
  }

  @PreDestroy
  void stop() {
    running = false;
    nudge.release();
    try {
      if (follower != null) {
        follower.join(LONGEST_STOP_MILLIS);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    while (running) {
      try {
        while (running && book.catchUp()) {}
        await(POLL_MILLIS);
      } catch (RuntimeException failed) {
        LOG.log(System.Logger.Level.WARNING, "figures stopped; trying again", failed);
        await(PAUSE_AFTER_FAILURE_MILLIS);
      }
    }
  }

  private void await(long millis) {
    try {
      if (nudge.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        nudge.drainPermits();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
