package org.jejak.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;

class HappenedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final LocalDate BEGAN = LocalDate.of(1980, 1, 1);

  @Test
  void aReporterMayKnowNoDayAtAll() {
    Happened unknown = happened(null, null);
    assertThat(unknown.from()).isNull();
    assertThat(unknown.to()).isNull();
  }

  @Test
  void todayAndTheFirstDayOfServiceAreFine() {
    assertThat(happened(BEGAN, TODAY).to()).isEqualTo(TODAY);
    assertThat(happened(TODAY, TODAY).from()).isEqualTo(TODAY);
  }

  @Test
  void tomorrowHasNotHappened() {
    assertRefused(TODAY.plusDays(1), null, "report.happened-future");
    assertRefused(null, TODAY.plusDays(1), "report.happened-future");
  }

  @Test
  void nothingHappenedBeforeTheServiceBegan() {
    assertRefused(BEGAN.minusDays(1), null, "report.happened-early");
    assertRefused(null, BEGAN.minusDays(1), "report.happened-early");
  }

  @Test
  void theEndIsNotBeforeTheBeginning() {
    assertRefused(TODAY, TODAY.minusDays(1), "report.happened-order");
  }

  private static Happened happened(LocalDate from, LocalDate to) {
    return new Happened(from, to, null, TODAY, BEGAN);
  }

  private static void assertRefused(LocalDate from, LocalDate to, String key) {
    assertThatThrownBy(() -> happened(from, to))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.key()).isEqualTo(key);
              assertThat(r.kind()).isEqualTo(Refusal.Kind.INVALID);
            });
  }
}
