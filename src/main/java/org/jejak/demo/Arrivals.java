package org.jejak.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jejak.demo.Stories.Story;
import org.jejak.identity.RecordPeople.PersonRow;
import org.jejak.intake.InboxCode;
import org.jejak.intake.PersonNamed;
import org.jejak.intake.ReceiveReport;
import org.jejak.intake.Registered;
import org.jejak.intake.Statement;

/** Reports that reach the demo agency, and what triage makes of them. */
@ApplicationScoped
class Arrivals {
  @Inject Stage stage;
  @Inject ReceiveReport receive;
  @Inject Matters matters;

  /** A report that becomes a case. */
  void report(
      Play play,
      Random random,
      Instant at,
      Story story,
      PersonRow row,
      Matters.About about,
      Matters.Desk desk) {
    play.at(
        at,
        () -> {
          Registered unused =
              stage.asPublic(() -> receive.run(InboxCode.random(), told(story, row)));
        });
  }

  /** A report that stays at triage, or lies outside the remit. */
  void leadsNowhere(
      Play play, Random random, Instant at, Story story, PersonRow row, String investigator) {
    play.at(
        at,
        () -> {
          Registered unused =
              stage.asPublic(() -> receive.run(InboxCode.random(), told(story, row)));
        });
  }

  private static Statement told(Story story, PersonRow row) {
    return new Statement(
        story.allegation(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new PersonNamed(row.name(), null, row.positionTitle())),
        null);
  }
}
