package org.jejak.ledger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jejak.base.Acting;
import org.jejak.base.Actor;

/** Opens the log when the application starts, before anything else can record. */
@ApplicationScoped
public class LedgerStart {
  @Inject BeginLog beginLog;
  @Inject Sequencer sequencer;

  // Nothing here may read through an entity manager outside a transaction: the server keeps that
  // one
  // for the whole start, closes it then, and hands it on, closed, to every thread begun meanwhile.
  void start(@Observes @Priority(100) @Initialized(ApplicationScoped.class) Object started) {
    if (Acting.as(Actor.system("ledger"), this::open)) {
      sequencer.start();
    }
  }

  private boolean open() {
    try {
      beginLog.run();
      return true;
    } catch (IOException e) {
      sequencer.stop(e.getMessage(), e);
      return false;
    }
  }
}
