package org.jejak.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import org.jejak.base.Refusal;

/** Keeps floods of reports and guesses at codes out. Pages and REST ask it before they act. */
@ApplicationScoped
public class Gate {
  @Inject IntakeSettings settings;
  @Inject Clock clock;
  private Throttle reports;
  private Throttle wrongCodes;

  @PostConstruct
  void open() {
    reports =
        new Throttle(
            Duration.ofHours(1), settings.reportsPerHour(), settings.reportsPerHourTotal());
    wrongCodes =
        new Throttle(
            Duration.ofMinutes(1),
            settings.wrongCodesPerMinute(),
            settings.wrongCodesPerMinuteTotal());
  }

  /**
   * Lets one more report of this address in.
   *
   * @throws Refusal {@code report.flood}, with the minutes to wait
   */
  public void admitReport(String address) {
    if (settings.loopbackExempt() && isLoopback(address)) {
      return;
    }
    Duration wait = reports.count(address, clock.instant());
    if (wait.isPositive()) {
      throw new Refusal(
          Refusal.Kind.LATER,
          "report.flood",
          "too many reports, wait %s".formatted(wait),
          wait.toMinutes() + 1);
    }
  }

  /**
   * Lets one more try at a code in; {@link #codeWasRight} takes it back.
   *
   * @throws Refusal {@code inbox.too-many}, with the seconds to wait
   */
  public void admitCode(String address) {
    Duration wait = wrongCodes.count(address, clock.instant());
    if (wait.isPositive()) {
      throw new Refusal(
          Refusal.Kind.LATER,
          "inbox.too-many",
          "too many wrong codes, wait %s".formatted(wait),
          wait.toSeconds() + 1);
    }
  }

  /** A right code does not count. */
  public void codeWasRight(String address) {
    wrongCodes.uncount(address);
  }

  private static boolean isLoopback(String address) {
    try {
      // A literal address: nothing is looked up.
      return address.matches("[0-9a-fA-F:.%\\[\\]]+")
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
