package org.jejak.ledger;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.ledger.log.Diverged;
import org.jejak.ledger.log.Obstacle;

/** Opens the logs when the application starts, before anything else can record. */
@ApplicationScoped
public class LedgerStart {
  private static final System.Logger LOG = System.getLogger(LedgerStart.class.getName());

  @Inject BeginLog beginLog;
  @Inject Logs logs;

  // Nothing here may read through an entity manager outside a transaction: the server keeps that
  // one
  // for the whole start, closes it then, and hands it on, closed, to every thread begun meanwhile.
  void start(@Observes @Priority(100) @Initialized(ApplicationScoped.class) Object started) {
    Acting.run(Actor.system("ledger"), this::open);
  }

  private void open() {
    try {
      Object unused = logs.open(Ledger.RECORDS);
    } catch (IOException e) {
      cannotOpen(Obstacle.Kind.STOPPED, e);
      return;
    } catch (Diverged e) {
      cannotOpen(Obstacle.Kind.RESTORED, e);
      return;
    }
    for (String name : beginLog.begun()) {
      try {
        Object unused = logs.open(name);
      } catch (IOException | Diverged e) {
        LOG.log(ERROR, "the log " + name + " cannot be opened", e);
      }
    }
  }

  private void cannotOpen(Obstacle.Kind kind, Exception cause) {
    logs.failed(kind, cause);
    LOG.log(ERROR, "the log records cannot be opened", cause);
  }
}
