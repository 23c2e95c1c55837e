package org.jejak.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jejak.cases.Given.ANI;
import static org.jejak.cases.Given.BUDI;
import static org.jejak.cases.Given.NOW;
import static org.jejak.cases.Given.PEJABAT;
import static org.jejak.cases.Given.REASON;
import static org.jejak.cases.Given.TODAY;
import static org.jejak.cases.Given.heard;

import java.util.List;
import org.jejak.base.Refusal;
import org.jejak.rules.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {
  @Test
  void aCaseWalksFromOpenToClosedAndNowhereElse() {
    assertThat(CaseStage.OPEN.next()).containsExactly(CaseStage.EXAMINATION);
    assertThat(CaseStage.EXAMINATION.next()).containsExactly(CaseStage.CONCLUDED);
    assertThat(CaseStage.CONCLUDED.next()).containsExactly(CaseStage.CLOSED);
    assertThat(CaseStage.CLOSED.next()).isEmpty();
  }

  @Test
  void aMatterWalksFromAllegedToClosedAndNowhereElse() {
    assertThat(MatterStage.ALLEGED.next()).containsExactly(MatterStage.FOUND);
    assertThat(MatterStage.FOUND.next()).containsExactly(MatterStage.DECIDED);
    assertThat(MatterStage.DECIDED.next()).containsExactly(MatterStage.CLOSED);
    assertThat(MatterStage.CLOSED.next()).isEmpty();
  }

  @Test
  void assigningPutsAnOpenCaseUnderExamination() {
    CaseFile file = Given.openFile();
    CaseEvent.InvestigatorAssigned event = file.assign(ANI);
    assertThat(file.stage()).isEqualTo(CaseStage.EXAMINATION);
    assertThat(file.investigator()).contains(ANI);
    assertThat(event.investigator()).isEqualTo(ANI);
    assertThat(event.before()).isNull();
  }

  @Test
  void anotherInvestigatorTakesOverAndTheEventNamesBoth() {
    CaseFile file = Given.fileUnderExamination();
    CaseEvent.InvestigatorAssigned event = file.assign(BUDI);
    assertThat(event.investigator()).isEqualTo(BUDI);
    assertThat(event.before()).isEqualTo(ANI);
    assertThat(file.stage()).isEqualTo(CaseStage.EXAMINATION);
  }

  @Test
  void theSameInvestigatorIsNotAssignedTwice() {
    CaseFile file = Given.fileUnderExamination();
    assertKey(() -> heard(file.assign(ANI)), "case.assigned-already");
  }

  @Test
  void aConcludedCaseTakesNoNewInvestigator() {
    CaseFile file = concluded();
    assertThatThrownBy(() -> heard(file.assign(BUDI)))
        .hasMessage("case 2026-7K3QXM is CONCLUDED; this belongs to [EXAMINATION]");
  }

  @Test
  void aClosedCaseStaysClosed() {
    CaseFile file = concluded();
    heard(file.close(List.of(), REASON, NOW));
    assertThat(file.stage()).isEqualTo(CaseStage.CLOSED);
    assertThat(file.closedAt()).contains(NOW);
    assertKey(() -> heard(file.assign(BUDI)), "case.stage");
    assertThatThrownBy(() -> heard(file.close(List.of(), REASON, NOW)))
        .hasMessage("case 2026-7K3QXM is CLOSED; it cannot become CLOSED");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "EXAMINATION"})
  void onlyAConcludedCaseIsClosed(CaseStage stage) {
    CaseFile file = stage == CaseStage.OPEN ? Given.openFile() : Given.fileUnderExamination();
    assertKey(() -> heard(file.close(List.of(), REASON, NOW)), "case.stage");
    assertThat(file.stage()).isEqualTo(stage);
  }

  @Test
  void closingACaseClosesItsMatters() {
    CaseFile file = Given.fileUnderExamination();
    Matter matter = Given.decidedMatter(file, 1, "K4f");
    heard(file.conclude(List.of(matter)).orElseThrow());
    heard(file.close(List.of(matter), REASON, NOW));
    assertThat(matter.stage()).isEqualTo(MatterStage.CLOSED);
  }

  @Test
  void aCaseIsConcludedWithItsLastMatterAndNotBefore() {
    CaseFile file = Given.fileUnderExamination();
    Matter decided = Given.decidedMatter(file, 1, "K4f");
    Matter found = Given.foundMatter(file, 2, "KE-08", true);
    assertThat(file.conclude(List.of(decided, found))).isEmpty();
    assertThat(file.stage()).isEqualTo(CaseStage.EXAMINATION);
    heard(found.decide(Given.verdict(moral())));
    assertThat(file.conclude(List.of(decided, found))).isPresent();
    assertThat(file.stage()).isEqualTo(CaseStage.CONCLUDED);
  }

  @Test
  void aCaseIsSubmittedOnlyWithFindingsOnEveryMatter() {
    CaseFile file = Given.fileUnderExamination();
    Matter found = Given.foundMatter(file, 1, "K4f", true);
    Matter alleged = Given.matter(file, 2, "KE-08");
    assertThatThrownBy(() -> heard(file.submit(PEJABAT, List.of(found, alleged))))
        .hasMessage("matter 2 of case 2026-7K3QXM is ALLEGED; this belongs to FOUND");
    assertThat(file.authority()).isEmpty();
    CaseEvent.Submitted event = file.submit(PEJABAT, List.of(found));
    assertThat(event.authority()).isEqualTo(PEJABAT);
    assertThat(file.authority()).contains(PEJABAT);
    assertKey(() -> heard(file.submit(PEJABAT, List.of(found))), "case.submitted-already");
  }

  @Test
  void whoExaminesDoesNotDecideAndTheOtherWayRound() {
    CaseFile file = Given.fileUnderExamination();
    Matter found = Given.foundMatter(file, 1, "K4f", true);
    assertKey(() -> heard(file.submit(ANI, List.of(found))), "case.decider-investigates");
    heard(file.submit(PEJABAT, List.of(found)));
    assertKey(() -> heard(file.assign(PEJABAT)), "case.decider-investigates");
  }

  @Test
  void anOpenCaseIsNotSubmitted() {
    assertKey(() -> heard(Given.openFile().submit(PEJABAT, List.of())), "case.stage");
  }

  @Test
  void findingsCanBeCorrectedUntilTheDecision() {
    Matter matter = Given.foundMatter(Given.fileUnderExamination(), 1, "K4f", false);
    CaseEvent.FindingRecorded event = matter.find(true, TODAY, 2);
    assertThat(event.proven()).isTrue();
    assertThat(event.revision()).isEqualTo(2);
    heard(matter.decide(Given.verdict(new Decision.DisciplineSanction("PP94-T3"))));
    assertKey(() -> heard(matter.find(false, TODAY, 3)), "case.stage");
    assertThat(matter.proven()).contains(true);
  }

  @Test
  void noDecisionBeforeFindings() {
    Matter matter = Given.matter(Given.fileUnderExamination(), 1, "K4f");
    assertThatThrownBy(() -> heard(matter.decide(Given.verdict(new Decision.NotProven()))))
        .hasMessage("matter 1 of case 2026-7K3QXM is ALLEGED; this belongs to FOUND");
  }

  @Test
  void aDecisionIsNotDatedBeforeItsFindings() {
    Matter matter = Given.foundMatter(Given.fileUnderExamination(), 1, "K4f", true);
    Matter.Verdict early =
        new Matter.Verdict(new Decision.NotProven(), REASON, PEJABAT, TODAY.minusDays(1), "-");
    assertKey(() -> heard(matter.decide(early)), "case.decided-early");
    assertThat(matter.stage()).isEqualTo(MatterStage.FOUND);
  }

  @Test
  void whatIsNotProvenIsNotSanctioned() {
    Matter matter = Given.foundMatter(Given.fileUnderExamination(), 1, "K4f", false);
    assertKey(
        () -> heard(matter.decide(Given.verdict(new Decision.DisciplineSanction("PP94-R1")))),
        "case.not-proven");
    assertThat(matter.decision()).isEmpty();
  }

  @Test
  void aMoralSanctionBelongsToTheEthicsTrackAlone() {
    CaseFile file = Given.fileUnderExamination();
    Matter discipline = Given.foundMatter(file, 1, "K4f", true);
    Matter ethics = Given.foundMatter(file, 2, "KE-08", true);
    assertThat(discipline.track()).isEqualTo(Track.DISCIPLINE);
    assertThat(ethics.track()).isEqualTo(Track.ETHICS);
    assertKey(() -> heard(discipline.decide(Given.verdict(moral()))), "case.sanction-track");
    assertKey(
        () -> heard(ethics.decide(Given.verdict(new Decision.DisciplineSanction("PP94-R1")))),
        "case.sanction-track");
    heard(ethics.decide(Given.verdict(moral())));
    assertThat(ethics.decision()).contains(moral());
    assertThat(ethics.outcome()).contains(Outcome.MORAL_SANCTION);
  }

  @Test
  void aDecidedMatterIsNotDecidedAgain() {
    Matter matter = Given.decidedMatter(Given.fileUnderExamination(), 1, "K4f");
    assertKey(() -> heard(matter.decide(Given.verdict(new Decision.NotProven()))), "case.stage");
  }

  @Test
  void aDecisionCarriesTheTablesItWasMadeUnder() {
    Matter matter = Given.foundMatter(Given.fileUnderExamination(), 1, "K4f", true);
    CaseEvent.MatterDecided event =
        matter.decide(Given.verdict(new Decision.DisciplineSanction("PP94-T3")));
    assertThat(event.rules()).isEqualTo(Given.LAW.fingerprint());
    assertThat(event.sanction()).isEqualTo("PP94-T3");
    assertThat(event.manner()).isNull();
  }

  @Test
  void aNoteIsRewordedOnlyByWhoSawItsNewestWording() {
    CaseFile file = Given.openFile();
    CaseNote first = new CaseNote(file, 1, 1, "Periksa daftar hadir", ANI, NOW);
    CaseNote second = first.reworded(1L, "Periksa daftar hadir Juni", BUDI, NOW);
    assertThat(second.revision()).isEqualTo(2);
    assertThat(first.text()).isEqualTo("Periksa daftar hadir");
    assertThatThrownBy(() -> second.reworded(1L, "Periksa semuanya", ANI, NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE);
              assertThat(refusal.values()).containsExactly(1L, 2L);
            });
  }

  private static CaseFile concluded() {
    CaseFile file = Given.fileUnderExamination();
    heard(file.conclude(List.of(Given.decidedMatter(file, 1, "K4f"))).orElseThrow());
    return file;
  }

  private static Decision moral() {
    return new Decision.MoralSanction("ETH-1", Manner.CLOSED_ROOM);
  }

  private static void assertKey(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String key) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}
