package org.jejak.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jejak.cases.AddNote;
import org.jejak.cases.AssignInvestigator;
import org.jejak.cases.CaseNumber;
import org.jejak.cases.CaseSource;
import org.jejak.cases.CloseCase;
import org.jejak.cases.DecideMatter;
import org.jejak.cases.Decision;
import org.jejak.cases.Done;
import org.jejak.cases.Manner;
import org.jejak.cases.OpenCase;
import org.jejak.cases.RecordFindings;
import org.jejak.cases.SubmitForDecision;
import org.jejak.demo.Stories.Story;

/** The life of one case of the demo agency, as far as its time has come. */
@ApplicationScoped
class Matters {
  private static final String NOT_PROVEN =
      "Bukti yang terkumpul tidak cukup untuk menyatakan perbuatan terjadi. Nama baik yang"
          + " bersangkutan dipulihkan.";
  private static final String NOT_FOUND =
      "Keterangan saksi tidak bersesuaian dan tidak ada bukti tertulis yang mendukung dugaan.";
  private static final String CLOSING =
      "Seluruh keputusan telah disampaikan dan dilaksanakan; tidak ada langkah yang tersisa.";

  /**
   * Who a case is about.
   *
   * @param person handle of the subject
   * @param unit handle of the subject's unit
   */
  record About(String person, String unit) {}

  /**
   * Who handles it.
   *
   * @param investigator handle
   * @param authority handle
   */
  record Desk(String investigator, String authority) {}

  @Inject Stage stage;
  @Inject OpenCase openCase;
  @Inject AssignInvestigator assign;
  @Inject AddNote addNote;
  @Inject RecordFindings recordFindings;
  @Inject SubmitForDecision submit;
  @Inject DecideMatter decide;
  @Inject CloseCase close;

  /** Opens a case that no report told of, and lets it run. */
  void found(Play play, Random random, Instant at, Story story, About about, Desk desk) {
    play.at(
        at,
        () -> {
          LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(10);
          CaseNumber number =
              stage
                  .as(
                      desk.investigator(),
                      () ->
                          openCase.run(
                              new OpenCase.Request(
                                  null,
                                  null,
                                  story.title(),
                                  story.allegation(),
                                  random.nextBoolean()
                                      ? CaseSource.SUPERIOR
                                      : CaseSource.INSPECTORATE,
                                  about.unit(),
                                  day,
                                  day,
                                  List.of(
                                      new OpenCase.Accused(
                                          about.person(), null, null, List.of(story.norm()))))))
                  .number();
          goesOn(play, random, at, number, story, desk);
        });
  }

  /** What follows once a case is open: assignment, notes, findings, decision, closing. */
  void goesOn(Play play, Random random, Instant at, CaseNumber number, Story story, Desk desk) {
    boolean proven = random.nextInt(5) > 0;
    Instant assigned = later(random, at, 1, 4);
    Instant noted = later(random, assigned, 1, 8);
    Instant found = later(random, noted, 8, 30);
    Instant submitted = later(random, found, 1, 5);
    Instant decided = later(random, submitted, 3, 16);
    Instant closed = later(random, decided, 15, 30);
    play.at(
        assigned,
        () ->
            stage.as(
                desk.investigator(),
                () ->
                    assign.run(new AssignInvestigator.Request(number, desk.investigator(), null))));
    play.at(
        noted,
        () ->
            stage.as(
                desk.investigator(), () -> addNote.run(new AddNote.Request(number, story.note()))));
    play.at(found, () -> find(number, story, proven, desk));
    play.at(
        submitted,
        () ->
            stage.as(
                desk.investigator(),
                () -> submit.run(new SubmitForDecision.Request(number, desk.authority(), null))));
    play.at(decided, () -> decide(number, story, proven, desk));
    play.at(
        closed,
        () ->
            stage.as(
                desk.investigator(),
                () -> close.run(new CloseCase.Request(number, CLOSING, null))));
  }

  private void find(CaseNumber number, Story story, boolean proven, Desk desk) {
    var found = new RecordFindings.Found(1, proven, proven ? story.finding() : NOT_FOUND, null);
    Done unused =
        stage.as(
            desk.investigator(),
            () -> recordFindings.run(new RecordFindings.Request(number, List.of(found), null)));
  }

  private void decide(CaseNumber number, Story story, boolean proven, Desk desk) {
    Decision decision = proven ? sanction(story) : new Decision.NotProven();
    String reason = proven ? story.reason() : NOT_PROVEN;
    Done unused =
        stage.as(
            desk.authority(),
            () -> decide.run(new DecideMatter.Request(number, 1, decision, reason, null, null)));
  }

  private static Decision sanction(Story story) {
    return switch (story.track()) {
      case "ETHICS" ->
          new Decision.MoralSanction(story.sanction(), Manner.of(story.sanction()).getFirst());
      default -> new Decision.DisciplineSanction(story.sanction());
    };
  }

  private static Instant later(Random random, Instant at, int fewest, int most) {
    return at.plus(Duration.ofDays(fewest + random.nextInt(most - fewest + 1)))
        .plus(Duration.ofMinutes(random.nextInt(300)));
  }
}
