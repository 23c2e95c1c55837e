package org.jejak.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressTriesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private final AddressTries tries = new AddressTries();

  @BeforeEach
  void threeAreFree() {
    tries.settings = new SigninSettings();
    tries.settings.wrongPerAddress = 3;
    at(NOON);
  }

  @Test
  void oneAddressWaitsAndAnotherDoesNot() {
    for (int i = 0; i < 3; i++) {
      assertThat(tries.count("10.0.0.1")).isEmpty();
    }
    assertThat(tries.count("10.0.0.1")).contains(Duration.ofMinutes(10));
    assertThat(tries.count("10.0.0.2")).isEmpty();
  }

  @Test
  void aRightPasswordDoesNotCount() {
    for (int i = 0; i < 20; i++) {
      assertThat(tries.count("10.0.0.1")).isEmpty();
      tries.uncount("10.0.0.1");
    }
  }

  @Test
  void afterTenMinutesEverythingIsForgotten() {
    for (int i = 0; i < 10; i++) {
      var unused = tries.count("10.0.0.1");
    }
    at(NOON.plus(Duration.ofMinutes(10)).plusMillis(1));
    assertThat(tries.count("10.0.0.1")).isEmpty();
  }

  private void at(Instant now) {
    tries.clock = Clock.fixed(now, ZoneOffset.UTC);
  }
}
