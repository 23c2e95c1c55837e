package org.jejak.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;

class PeriodTest {
  @Test
  void aPeriodIsReadAsItIsWritten() {
    for (String written :
        new String[] {
          "2026", "2026-H1", "2026-H2", "2026-Q1", "2026-Q4", "2026-07", "2026-02..2026-09"
        }) {
      assertThat(Period.read(written).written()).isEqualTo(written);
    }
    assertThat(Period.read("2025-11..2026-02").length()).isEqualTo(4);
    assertThat(Period.read("2026-01..2026-12").written()).isEqualTo("2026");
    assertThat(Period.read("2026-Q3")).isEqualTo(period(7, 9));
  }

  @Test
  void whatIsNoPeriodIsRefused() {
    for (String written : new String[] {"", "26", "2026-13", "2026-H3", "2026-Q5", "<b>", ".."}) {
      refused("insight.period", written);
    }
    refused("insight.period.order", "2026-03..2026-02");
    refused("insight.period.long", "2020-01..2026-01");
  }

  @Test
  void onlyWhatIsOverIsLeft() {
    assertThat(Period.read("2026").until(YearMonth.of(2026, 10))).contains(period(1, 10));
    assertThat(Period.read("2026-Q1").until(YearMonth.of(2026, 10))).contains(period(1, 3));
    assertThat(Period.read("2026-Q4").until(YearMonth.of(2026, 9))).isEmpty();
  }

  private static Period period(int from, int to) {
    return new Period(YearMonth.of(2026, from), YearMonth.of(2026, to));
  }

  private static void refused(String key, String written) {
    assertThatThrownBy(() -> Period.read(written))
        .as(written)
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
  }
}
