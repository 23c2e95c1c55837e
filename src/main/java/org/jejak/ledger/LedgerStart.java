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
  @Inject Ledger ledger;
  @Inject LogKey key;
  @Inject BeginLog beginLog;
  @Inject Sequencer sequencer;

  void start(@Observes @Priority(100) @Initialized(ApplicationScoped.class) Object started) {
    try {
      key.open(ledger.count(Subject.SYSTEM.handle()) > 0);
    } catch (IOException e) {
      sequencer.stop(e.getMessage(), e);
      return;
    }
    Acting.run(Actor.system("ledger"), beginLog::run);
    sequencer.start();
  }
}
