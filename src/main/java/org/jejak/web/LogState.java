package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Logs;
import org.jejak.ledger.log.Obstacle;

/** Whether acts can be recorded now: what every page says before somebody fills a form in vain. */
@Named("logState")
@RequestScoped
public class LogState {
  @Inject Logs logs;
  @Inject Words words;

  private Optional<Obstacle> obstacle;

  /** What a user can know of it; empty while all is well, or soon will be. */
  public String getSentence() {
    return obstacle()
        .filter(why -> why.kind() != Obstacle.Kind.OPENING && why.kind() != Obstacle.Kind.BEHIND)
        .map(why -> words.of("refusal." + why.kind().key()))
        .orElse("");
  }

  private Optional<Obstacle> obstacle() {
    if (obstacle == null) {
      obstacle = logs.obstacle(Ledger.RECORDS);
    }
    return obstacle;
  }
}
