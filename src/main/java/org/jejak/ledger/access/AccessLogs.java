package org.jejak.ledger.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.AgencySettings;
import org.jejak.base.Refusal;
import org.jejak.ledger.Logs;
import org.jejak.ledger.log.Diverged;

/** The logs of looks: which one a look belongs to, and that it is open. */
@ApplicationScoped
public class AccessLogs {
  private static final System.Logger LOG = System.getLogger(AccessLogs.class.getName());
  private static final String PREFIX = "access-";

  @Inject Logs logs;
  @Inject AgencySettings agency;
  @Inject Clock clock;

  /** The log of the agency's calendar year in which this moment lies. */
  public String of(Instant at) {
    return of(at.atZone(agency.zone()).getYear());
  }

  /** The log of a year. */
  public static String of(int year) {
    return PREFIX + year;
  }

  void start(@Observes @Priority(200) @Initialized(ApplicationScoped.class) Object started) {
    openOfNow();
  }

  /**
   * Opens the log of this year where it is not open on this node. Where that fails, looks are
   * written all the same, and get their places once it is open: reading goes on while {@code
   * records} refuses, in which a new log is begun.
   */
  void openOfNow() {
    String name = of(clock.instant());
    if (logs.find(name).isPresent()) {
      return;
    }
    try {
      Acting.run(Actor.system("access-log"), () -> open(name));
    } catch (Refusal | Diverged e) {
      LOG.log(System.Logger.Level.WARNING, "the log " + name + " cannot be opened yet", e);
    }
  }

  private void open(String name) {
    try {
      Object unused = logs.open(name);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "the log " + name + " cannot be opened", e);
    }
  }
}
