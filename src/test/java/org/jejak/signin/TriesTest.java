package org.jejak.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "4, 0",
    "5, 1",
    "6, 2",
    "7, 4",
    "8, 8",
    "9, 15",
    "10, 15",
    "100, 15",
    "2147483647, 15"
  })
  void theWaitDoublesFromTheFifthWrongOneToAQuarterOfAnHour(int failures, int minutes) {
    assertThat(Tries.waitAfter(failures)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void theWaitNeverShrinks() {
    for (int failures = 1; failures < 50; failures++) {
      assertThat(Tries.waitAfter(failures)).isGreaterThanOrEqualTo(Tries.waitAfter(failures - 1));
    }
  }
}
