package org.jejak.web.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jejak.base.Handle;
import org.jejak.intake.IntakeKeys;

/** What an open inbox carries from page to page: its code, hidden and for half an hour. */
@Dependent
class InboxTicket {
  private static final String PURPOSE = "inbox";
  private static final Duration FRESH = Duration.ofMinutes(30);

  @Inject IntakeKeys keys;
  @Inject Clock clock;

  /**
   * A ticket that came back.
   *
   * @param key of the form it came in: the same where that form is sent twice
   */
  record Read(String code, String key) {}

  String make(String code) {
    return keys.sealForm(
        PURPOSE, clock.instant().getEpochSecond() + "\n" + Handle.random() + "\n" + code);
  }

  /** Empty where it is not ours, or too old. */
  Optional<Read> read(String sealed) {
    return keys.openForm(PURPOSE, sealed == null ? "" : sealed)
        .map(text -> text.split("\n", 3))
        .filter(this::isFresh)
        .map(parts -> new Read(parts[2], parts[1]));
  }

  private boolean isFresh(String[] parts) {
    Instant made = Instant.ofEpochSecond(Long.parseLong(parts[0]));
    return made.plus(FRESH).isAfter(clock.instant());
  }
}
