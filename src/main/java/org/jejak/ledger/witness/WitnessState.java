package org.jejak.ledger.witness;

import java.time.Instant;
import java.util.Optional;

/**
 * How a witness fares, for people.
 *
 * @param key its verifier key
 * @param why what it answered where it is not well; for engineers
 * @param size of the checkpoint of {@code records} that it cosigned last; -1 where none
 * @param at when it did
 */
public record WitnessState(
    String name,
    String key,
    String url,
    Health health,
    String why,
    long size,
    Optional<Instant> at) {
  /** What its last answer was. */
  public enum Health {
    NOT_ASKED,
    WELL,
    SILENT,
    REFUSES,
    UNREADABLE,
    CONTRADICTS
  }

  WitnessState with(Health now, String reason) {
    return new WitnessState(name, key, url, now, reason, size, at);
  }

  WitnessState cosigned(long newSize, Instant when) {
    return new WitnessState(name, key, url, health, why, newSize, Optional.of(when));
  }
}
