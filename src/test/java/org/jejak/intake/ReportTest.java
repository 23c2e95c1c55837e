package org.jejak.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseNumber;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void aReportIsTakenUpAndOpened() {
    Report report = report();
    assertThat(report.takeUp("SRI").subject()).isEqualTo(report.subject());
    assertThat(report.stage()).isEqualTo(ReportStage.REVIEW);
    assertThat(report.reviewer()).isEqualTo("SRI");
    assertThat(report.open(List.of("ANDI"), "SRI").subjects()).containsExactly("ANDI");
    assertThat(report.stage()).isEqualTo(ReportStage.OPENED);
  }

  @Test
  void whatWaitsForTheReporterIsReadAgainWhenTheyAnswer() {
    Report report = report();
    assertThat(report.askMore("SRI")).isNotNull();
    assertThat(report.stage()).isEqualTo(ReportStage.WAITING);
    assertThat(report.answer(TODAY).answeredOn()).isEqualTo(TODAY);
    assertThat(report.stage()).isEqualTo(ReportStage.REVIEW);
  }

  @Test
  void anAnswerNobodyAskedForChangesNoStage() {
    Report report = report();
    assertThat(report.answer(TODAY)).isNotNull();
    assertThat(report.stage()).isEqualTo(ReportStage.RECEIVED);
  }

  @Test
  void whatIsDecidedStaysDecided() {
    Report outside = report();
    assertThat(outside.putOutside("Wewenang Pemerintah Provinsi.", "SRI")).isNotNull();
    for (Runnable act :
        List.<Runnable>of(
            () -> discard(outside.takeUp("SRI")),
            () -> discard(outside.askMore("SRI")),
            () -> discard(outside.open(List.of(), "SRI")),
            () -> discard(outside.putOutside("lagi", "SRI")))) {
      assertThatThrownBy(act::run)
          .isInstanceOfSatisfying(
              Refusal.class,
              r -> {
                assertThat(r.key()).isEqualTo("case.stage");
                assertThat(r.getMessage()).contains("is OUTSIDE_REMIT");
              });
    }
    assertThat(outside.reason()).isEqualTo("Wewenang Pemerintah Provinsi.");
  }

  @Test
  void takingUpTwiceIsSaidAndNotRecorded() {
    Report report = report();
    discard(report.takeUp("SRI"));
    assertThatThrownBy(() -> discard(report.takeUp("SRI")))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("report.taken-up"));
    assertThat(report.takeUp("BAGUS")).as("a colleague may take it over").isNotNull();
    assertThat(report.reviewer()).isEqualTo("BAGUS");
  }

  @Test
  void whoSawAnOlderReportIsTold() {
    assertThatThrownBy(() -> report().demand(7))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
  }

  @Test
  void theReferenceTellsNothingOfTheNumber() {
    Report report = report();
    assertThat(report.reference().value()).doesNotContain(report.number().value().substring(5));
  }

  private static void discard(ReportEvent event) {
    assertThat(event).isNotNull();
  }

  private static Report report() {
    return new Report(
        new Report.Names(
            "H".repeat(26),
            CaseNumber.random(2026),
            Reference.random(),
            "0".repeat(64),
            "1".repeat(64)),
        Channel.WEB,
        TODAY,
        new Statement("Pungutan di loket 3.", null, null, null, null, null, null, null, null),
        new Happened(null, null, null, TODAY, TODAY.minusYears(40)));
  }
}
