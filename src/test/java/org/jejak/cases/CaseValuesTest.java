package org.jejak.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseValuesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 3);
  private static final LocalDate BEGAN = LocalDate.of(1980, 1, 1);

  @ParameterizedTest
  @ValueSource(strings = {"2026-7K3QXM", "2026-7k3qxm", " 20267K3QXM ", "2026 7K3 QXM"})
  void aNumberIsReadHoweverItIsTyped(String typed) {
    assertThat(CaseNumber.of(typed)).isEqualTo(new CaseNumber("2026-7K3QXM"));
  }

  @Test
  void lettersThatLookLikeDigitsAreReadAsDigits() {
    assertThat(CaseNumber.of("2O26-OIL3QX").value()).isEqualTo("2026-0113QX");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "garbage",
        "2026-7K3QX",
        "2026-7K3QXMM",
        "1026-7K3QXM",
        "2026-7K3QXU",
        "<script>alert(1)</script>",
        "' or 1=1 --"
      })
  void whatIsNoNumberIsAnsweredLikeANumberThatIsNotThere(String typed) {
    assertThatThrownBy(() -> CaseNumber.of(typed))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN);
              assertThat(refusal.key()).isEqualTo("unknown");
            });
  }

  @Test
  void aRandomNumberIsOneThatCanBeReadAgain() {
    for (int i = 0; i < 1000; i++) {
      CaseNumber number = CaseNumber.random(2026);
      assertThat(CaseNumber.of(number.value())).isEqualTo(number);
    }
  }

  @Test
  void anActIsLookedUpByItsLastDay() {
    LocalDate from = LocalDate.of(2021, 8, 20);
    LocalDate to = LocalDate.of(2021, 9, 2);
    assertThat(ActPeriod.of(from, to, TODAY, BEGAN).day()).isEqualTo(to);
    assertThat(ActPeriod.of(from, null, TODAY, BEGAN).day()).isEqualTo(from);
    assertThat(ActPeriod.of(null, to, TODAY, BEGAN).from()).isEqualTo(to);
  }

  @Test
  void anActCannotLieAheadNorBeforeTheServiceBegan() {
    assertThat(ActPeriod.of(TODAY, null, TODAY, BEGAN).day()).isEqualTo(TODAY);
    assertThat(ActPeriod.of(BEGAN, null, TODAY, BEGAN).day()).isEqualTo(BEGAN);
    assertKey(TODAY.plusDays(1), null, "case.happened-future");
    assertKey(TODAY, TODAY.plusDays(1), "case.happened-future");
    assertKey(BEGAN.minusDays(1), null, "case.happened-early");
    assertKey(TODAY, TODAY.minusDays(1), "case.happened-order");
    assertKey(null, null, "case.happened-missing");
  }

  @Test
  void textIsKeptWithoutControlCharactersAndInOneForm() {
    assertThat(Prose.of(" a\u0000b\r\nc\u0301\rd\uD800 ")).isEqualTo("ab\n\u0107\nd");
    assertThat(Prose.line(" satu\n dua ")).isEqualTo("satu dua");
    assertThat(Prose.of("😀 <script>")).isEqualTo("😀 <script>");
  }

  @Test
  void eachMannerBelongsToOneMoralSanctionOfTheTable() {
    for (Manner manner : Manner.values()) {
      assertThat(Given.LAW.sanctions().named(manner.sanction())).isPresent();
      assertThat(Manner.of(manner.sanction())).contains(manner);
    }
    assertThat(Manner.of("PP94-R1")).isEmpty();
  }

  private static void assertKey(LocalDate from, LocalDate to, String key) {
    assertThatThrownBy(() -> ActPeriod.of(from, to, TODAY, BEGAN))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}
