package org.jejak.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final String HERE = "127.0.0.1";
  private static final String THERE = "203.0.113.77";
  private int floods;

  @Test
  void wrongCodesAreFewAndRightOnesAreNot() {
    Gate gate = gate(new IntakeSettings());
    String right = InboxCode.random().shown();
    for (int i = 0; i < 3; i++) {
      String opened = gate.withCode(THERE, right, code -> "open");
      assertThat(opened).isEqualTo("open");
    }
    for (int i = 0; i < 3; i++) {
      assertRefused(gate, "ABC", "inbox.unknown");
    }
    assertRefused(gate, right, "inbox.too-many");
  }

  @Test
  void aSlipAndAStrangersCodeGetTheSameAnswerInTheSameTime() {
    Gate gate = gate(new IntakeSettings());
    String unused = InboxCode.random().shown();
    long before = System.nanoTime();
    assertRefused(gate, "not a code at all", "inbox.unknown");
    assertRefused(gate, unused, "inbox.unknown");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(490));
  }

  @Test
  void aFloodOfReportsIsHeldBackWithTheTimeToWait() {
    Gate gate = gate(new IntakeSettings());
    gate.admitReport(THERE);
    gate.admitReport(THERE);
    assertThatThrownBy(() -> gate.admitReport(THERE))
        .isInstanceOfSatisfying(
            Refusal.class,
            no -> {
              assertThat(no.kind()).isEqualTo(Refusal.Kind.LATER);
              assertThat(no.values()).contains(61L, Duration.ofHours(1));
            });
    assertThatThrownBy(() -> gate.admitReport(THERE)).isInstanceOf(Refusal.class);
    assertThat(floods).as("recorded once").isEqualTo(1);
  }

  @Test
  void thisMachineIsExemptOnlyWhereTheSettingsSaySo() {
    IntakeSettings demo = new IntakeSettings();
    demo.demo = true;
    Gate open = gate(demo);
    for (int i = 0; i < 50; i++) {
      assertThatCode(() -> open.admitReport(HERE)).doesNotThrowAnyException();
      assertThatCode(() -> open.admitReport("0:0:0:0:0:0:0:1")).doesNotThrowAnyException();
    }
    IntakeSettings counted = new IntakeSettings();
    counted.demo = true;
    counted.loopbackExempt = Optional.of(false);
    Gate shut = gate(counted);
    shut.admitReport(HERE);
    shut.admitReport(HERE);
    assertThatThrownBy(() -> shut.admitReport(HERE)).isInstanceOf(Refusal.class);
  }

  @Test
  void onlyTheProxyBesideUsMayNameTheClient() {
    IntakeSettings settings = new IntakeSettings();
    settings.clientAddressHeader = "X-Real-IP";
    Gate gate = gate(settings);
    assertThat(gate.client(HERE, header -> header.equals("X-Real-IP") ? THERE : null))
        .isEqualTo(THERE);
    assertThat(gate.client("198.51.100.9", header -> THERE)).isEqualTo("198.51.100.9");
    assertThat(gate.client(HERE, header -> null)).isEqualTo(HERE);
  }

  private static void assertRefused(Gate gate, String typed, String key) {
    assertThatThrownBy(
            () ->
                gate.withCode(
                    THERE,
                    typed,
                    code -> {
                      throw Inbox.unknown();
                    }))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
  }

  private Gate gate(IntakeSettings settings) {
    settings.reportsPerHour = 2;
    settings.reportsPerHourTotal = 100;
    settings.wrongCodesPerMinute = 3;
    settings.wrongCodesPerMinuteTotal = 100;
    if (settings.clientAddressHeader == null) {
      settings.clientAddressHeader = "none";
    }
    Gate gate = new Gate();
    gate.settings = settings;
    gate.clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    gate.recordFlood =
        new RecordFlood() {
          @Override
          public void run() {
            floods++;
          }
        };
    gate.open();
    return gate;
  }
}
