package org.jejak.declarations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jejak.base.Refusal;
import org.jejak.declarations.DeclarationDecision.Controlled;
import org.jejak.declarations.DeclarationDecision.NoConflict;
import org.junit.jupiter.api.Test;

class DeclarationTest {
  private static final String RINA = "RINA";
  private static final String BUDI = "BUDI";
  private static final String DEWI = "DEWI";
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 3);
  private static final Instant NOW = Instant.parse("2026-08-03T02:00:00Z");
  private static final String REASON = "Tidak berhubungan dengan tugasnya.";

  @Test
  void anEmptyYearlyListSaysThatThereIsNothingToDeclare() {
    Declaration declaration = yearly();
    assertThat(declaration.interests()).isEmpty();
    assertThat(declaration.pauses()).isFalse();
    assertThat(declaration.stage()).isEqualTo(DeclarationStage.FILED);
    assertThat(declaration.filed().sources()).isEmpty();
  }

  @Test
  void theEventHoldsCodesAndDaysButNoStory() {
    Declaration declaration =
        yearly(potential("CV Karya Mandiri, milik suami"), actual("Istri", "Lelang A"));
    var filed = declaration.filed();
    assertThat(filed.subject().handle()).isEqualTo(declaration.handle());
    assertThat(filed.sources()).containsExactly("SRC-BUSINESS", "SRC-FAMILY");
    assertThat(filed.actual()).isEqualTo(1);
    assertThat(filed.toString()).doesNotContain("Karya", "Istri", "Lelang");
    assertThat(filed.toString()).doesNotContain(declaration.number().value());
  }

  @Test
  void anActualConflictNamesAnActualInterest() {
    refused(
        "declaration.nothing-actual",
        () -> Declaration.actual(filing(), List.of(potential("saham"))));
    Declaration declaration = Declaration.actual(filing(), List.of(actual("Istri", "Lelang A")));
    assertThat(declaration.pauses()).isTrue();
    assertThat(declaration.dueOn()).isEmpty();
    assertThat(declaration.forYear()).isEqualTo(2026);
  }

  @Test
  void anActualInterestNamesItsMatter() {
    refused("declaration.matter-missing", () -> yearly(actual("Istri", "  ")));
    refused("declaration.matter-missing", () -> yearly(actual("Istri", null)));
  }

  @Test
  void theSuperiorSetsAControlAndThePauseEnds() {
    Declaration declaration = Declaration.actual(filing(), List.of(actual("Istri", "Lelang A")));
    var decided = declaration.decide(recusal(TODAY.plusDays(30)), TODAY, 0);
    assertThat(decided.control()).isEqualTo("CTL-RECUSE");
    assertThat(decided.owner()).isEqualTo(BUDI);
    assertThat(declaration.pauses()).isFalse();
    assertThat(declaration.decision()).contains(recusal(TODAY.plusDays(30)));
  }

  @Test
  void noConflictLeavesNoOwnerAndNoEnd() {
    Declaration declaration = yearly();
    var decided = declaration.decide(new NoConflict(BUDI, NOW, REASON), TODAY, 0);
    assertThat(decided.control()).isEqualTo("CTL-NONE");
    assertThat(decided.owner()).isNull();
    assertThat(decided.until()).isNull();
    assertThat(declaration.decision()).contains(new NoConflict(BUDI, NOW, REASON));
  }

  @Test
  void nobodyDecidesOnTheirOwnDeclaration() {
    refused("declaration.own", () -> yearly().decide(new NoConflict(RINA, NOW, REASON), TODAY, 0));
  }

  @Test
  void anotherSuperiorDoesNotDecide() {
    refused(
        "declaration.not-reviewer",
        () -> yearly().decide(new NoConflict(DEWI, NOW, REASON), TODAY, 0));
  }

  @Test
  void aDecisionIsMadeOnce() {
    Declaration declaration = yearly();
    assertThat(declaration.decide(new NoConflict(BUDI, NOW, REASON), TODAY, 0)).isNotNull();
    refused("declaration.stage", () -> declaration.decide(recusal(TODAY.plusDays(1)), TODAY, 0));
    refused("declaration.stage", () -> declaration.passOn(BUDI, DEWI, 0));
    assertThat(declaration.decision()).contains(new NoConflict(BUDI, NOW, REASON));
  }

  @Test
  void aDecisionOnAnOlderVersionIsStale() {
    refused("stale", () -> yearly().decide(new NoConflict(BUDI, NOW, REASON), TODAY, 7));
  }

  @Test
  void aControlDoesNotEndToday() {
    Declaration declaration = yearly();
    refused("declaration.until-past", () -> declaration.decide(recusal(TODAY), TODAY, 0));
    assertThat(declaration.stage()).isEqualTo(DeclarationStage.FILED);
    assertThat(declaration.decision()).isEmpty();
  }

  @Test
  void theNextSuperiorDecidesWhenTheFirstStepsAside() {
    Declaration declaration = yearly();
    assertThat(declaration.passOn(BUDI, DEWI, 0).to()).isEqualTo(DEWI);
    refused(
        "declaration.not-reviewer",
        () -> declaration.decide(new NoConflict(BUDI, NOW, REASON), TODAY, 0));
    assertThat(declaration.decide(new NoConflict(DEWI, NOW, REASON), TODAY, 0).control())
        .isEqualTo("CTL-NONE");
  }

  private static void refused(
      String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
  }

  private static Controlled recusal(LocalDate until) {
    return new Controlled(BUDI, NOW, REASON, "CTL-RECUSE", BUDI, until);
  }

  private static Declaration yearly(Interest.Stated... interests) {
    return Declaration.yearly(filing(), 2026, LocalDate.of(2026, 8, 31), List.of(interests));
  }

  private static Declaration.Filing filing() {
    return new Declaration.Filing(RINA, "DINKES", BUDI, NOW, TODAY);
  }

  private static Interest.Stated potential(String description) {
    return new Interest.Stated("SRC-BUSINESS", InterestNature.POTENTIAL, description, "");
  }

  private static Interest.Stated actual(String description, String matter) {
    return new Interest.Stated("SRC-FAMILY", InterestNature.ACTUAL, description, matter);
  }
}
