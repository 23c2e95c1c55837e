package org.jejak.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class NightlyVerificationTest {
  private static final LocalTime NIGHT = LocalTime.of(2, 30);

  @Test
  void waitsForTheNextTime() {
    assertThat(wait("2026-11-22T01:00+07:00[Asia/Jakarta]")).isEqualTo(Duration.ofMinutes(90));
    assertThat(wait("2026-11-22T03:30+07:00[Asia/Jakarta]")).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void doesNotBeginTwiceInTheSameMoment() {
    assertThat(wait("2026-11-22T02:30+07:00[Asia/Jakarta]")).isEqualTo(Duration.ofHours(24));
  }

  private static Duration wait(String now) {
    return NightlyVerification.until(ZonedDateTime.parse(now), NIGHT);
  }
}
