package org.jejak.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private final Throttle throttle = new Throttle(Duration.ofMinutes(1), 3, 5);

  @Test
  void anAddressHasItsShareAndThenWaits() {
    for (int i = 0; i < 3; i++) {
      assertThat(throttle.count("10.0.0.1", NOW)).isZero();
    }
    assertThat(throttle.count("10.0.0.1", NOW.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
    assertThat(throttle.count("10.0.0.2", NOW)).as("another address").isZero();
  }

  @Test
  void allTogetherHaveTheirsToo() {
    for (int i = 0; i < 5; i++) {
      assertThat(throttle.count("10.0.0." + i, NOW)).isZero();
    }
    assertThat(throttle.count("10.0.0.9", NOW)).isPositive();
  }

  @Test
  void theNextWindowBeginsAnew() {
    for (int i = 0; i < 9; i++) {
      Duration unused = throttle.count("10.0.0.1", NOW);
    }
    assertThat(throttle.count("10.0.0.1", NOW.plusSeconds(60))).isZero();
  }

  @Test
  void whatIsTakenBackWasNeverCounted() {
    for (int i = 0; i < 50; i++) {
      assertThat(throttle.count("10.0.0.1", NOW)).isZero();
      throttle.uncount("10.0.0.1");
    }
  }

  @Test
  void manyAtOnceDoNotSlipBy() {
    long admitted =
        IntStream.range(0, 200)
            .parallel()
            .filter(i -> throttle.count("10.0.0.1", NOW).isZero())
            .count();
    assertThat(admitted).isEqualTo(3);
  }
}
