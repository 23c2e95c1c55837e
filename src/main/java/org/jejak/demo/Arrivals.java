package org.jejak.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jejak.cases.OpenCase;
import org.jejak.demo.Stories.Story;
import org.jejak.identity.RecordPeople.PersonRow;
import org.jejak.intake.Channel;
import org.jejak.intake.InboxCode;
import org.jejak.intake.PersonNamed;
import org.jejak.intake.ReceiveReport;
import org.jejak.intake.Registered;
import org.jejak.intake.ReporterAnswers;
import org.jejak.intake.Statement;
import org.jejak.intake.TakeReportAtDesk;
import org.jejak.intake.TakeUpReport;
import org.jejak.intake.TriageReport;

/** Reports that reach the demo agency, and what triage makes of them. */
@ApplicationScoped
class Arrivals {
  private static final String OUTSIDE =
      "Hal yang disampaikan bukan kewenangan inspektorat. Sampaikan kepada kanal pengaduan"
          + " pelayanan publik agar ditangani unit yang tepat.";
  private static final String QUESTION =
      "Pada hari apa dan sekitar pukul berapa peristiwa itu terjadi, dan siapa lagi yang melihatnya?";
  private static final String ANSWER =
      "Seingat saya hari Jumat sesudah salat Jumat. Ada dua orang lain di ruangan, tetapi saya tidak"
          + " tahu namanya.";

  @Inject Stage stage;
  @Inject ReceiveReport receive;
  @Inject TakeReportAtDesk atDesk;
  @Inject TakeUpReport takeUp;
  @Inject TriageReport triage;
  @Inject ReporterAnswers answers;
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
    boolean typedIn = random.nextInt(4) == 0;
    Instant read = at.plus(Duration.ofHours(20 + random.nextInt(90)));
    play.at(
        at,
        () -> {
          Registered report =
              typedIn ? typedIn(at, story, row, desk.investigator()) : sent(story, row);
          play.at(read, () -> open(play, random, read, report, story, about, desk));
        });
  }

  private Registered sent(Story story, PersonRow row) {
    return stage.asPublic(() -> receive.run(InboxCode.random(), told(story, row)));
  }

  private Registered typedIn(Instant at, Story story, PersonRow row, String investigator) {
    return stage.as(
        investigator,
        () ->
            atDesk.run(
                new TakeReportAtDesk.Request(
                    InboxCode.random(),
                    Channel.LETTER,
                    LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(1),
                    told(story, row))));
  }

  private void open(
      Play play,
      Random random,
      Instant at,
      Registered report,
      Story story,
      Matters.About about,
      Matters.Desk desk) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(20);
    var opened =
        new TriageReport.Opened(
            story.title(),
            story.allegation(),
            about.unit(),
            day,
            day,
            List.of(new OpenCase.Accused(about.person(), null, null, List.of(story.norm()))));
    decide(report, opened, desk.investigator());
    matters.goesOn(play, random, at, report.number(), story, desk);
  }

  /** A report from long ago that was not for this office. */
  void outside(
      Play play, Random random, Instant at, Story story, PersonRow row, String investigator) {
    Instant read = at.plus(Duration.ofHours(30 + random.nextInt(60)));
    play.at(
        at,
        () -> {
          Registered report = sent(story, row);
          play.at(read, () -> decide(report, new TriageReport.OutsideRemit(OUTSIDE), investigator));
        });
  }

  /** A report of these days that is still at triage: unread, taken up, or waiting for an answer. */
  void recent(
      Play play, Random random, Instant at, Story story, PersonRow row, String investigator) {
    int way = random.nextInt(3);
    InboxCode code = InboxCode.random();
    Instant read = at.plus(Duration.ofHours(3 + random.nextInt(12)));
    play.at(
        at,
        () -> {
          Registered report = stage.asPublic(() -> receive.run(code, told(story, row)));
          switch (way) {
            case 0 -> {} // nobody has looked yet
            case 1 -> play.at(read, () -> ask(play, random, read, report, code, investigator));
            default -> play.at(read, () -> takeUp(report, investigator));
          }
        });
  }

  private void takeUp(Registered report, String investigator) {
    Object unused =
        stage.as(
            investigator,
            () -> {
              takeUp.run(report.number(), 1);
              return report;
            });
  }

  private void ask(
      Play play,
      Random random,
      Instant at,
      Registered report,
      InboxCode code,
      String investigator) {
    decide(report, new TriageReport.MoreNeeded(QUESTION), investigator);
    if (random.nextBoolean()) {
      play.at(
          at.plus(Duration.ofHours(40)),
          () -> {
            ReporterAnswers.Sent unused =
                stage.asPublic(
                    () ->
                        answers.run(
                            new ReporterAnswers.Request(code, ANSWER, "demo-" + report.number())));
          });
    }
  }

  private void decide(Registered report, TriageReport.Outcome outcome, String investigator) {
    TriageReport.Triaged unused =
        stage.as(
            investigator,
            () -> triage.run(new TriageReport.Request(report.number(), null, outcome)));
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
