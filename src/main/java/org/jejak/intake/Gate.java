package org.jejak.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.Refusal;

/** Keeps floods of reports and guesses at codes out. Pages and REST ask it before they act. */
@ApplicationScoped
public class Gate {
  private static final Duration FLOOR = Duration.ofMillis(250);

  @Inject IntakeSettings settings;
  @Inject Clock clock;
  @Inject RecordFlood recordFlood;
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
      if (reports.isFirstRefusal()) {
        Acting.run(Actor.system("gate"), recordFlood::run);
      }
      throw new Refusal(
          Refusal.Kind.LATER,
          "report.flood",
          "too many reports, wait %s".formatted(wait),
          wait.toMinutes() + 1,
          wait);
    }
  }

  /**
   * Opens something with a code that somebody typed. What cannot be a code, what opens nothing and
   * what opens take the same time; the first two get the same answer and are counted, before they
   * are looked at.
   *
   * @throws Refusal {@code inbox.unknown}, or {@code inbox.too-many} with the seconds to wait
   */
  public <T> T withCode(String address, String typed, Function<InboxCode, T> work) {
    long until = System.nanoTime() + FLOOR.toNanos();
    Duration wait = wrongCodes.count(address, clock.instant());
    if (wait.isPositive()) {
      throw new Refusal(
          Refusal.Kind.LATER,
          "inbox.too-many",
          "too many wrong codes, wait %s".formatted(wait),
          wait.toSeconds() + 1,
          wait);
    }
    try {
      T opened = work.apply(code(typed));
      wrongCodes.uncount(address);
      return opened;
    } finally {
      pause(until - System.nanoTime());
    }
  }

  private static InboxCode code(String typed) {
    try {
      return InboxCode.parse(typed);
    } catch (Refusal unreadable) {
      throw Inbox.unknown();
    }
  }

  private static void pause(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(Math.max(0, nanos)));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The address that is counted, hashed under a key that is soon forgotten.
   *
   * @param remote the peer of the connection
   * @param header reads a header of the request
   */
  public String client(String remote, UnaryOperator<String> header) {
    String name = settings.clientAddressHeader();
    String named = "none".equals(name) || !isLoopback(remote) ? null : header.apply(name);
    return named == null || named.isBlank() ? remote : named.strip();
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
