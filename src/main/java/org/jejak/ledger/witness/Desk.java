package org.jejak.ledger.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One witness as this node knows it: what it cosigned last, and how it fares. */
final class Desk {
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final WitnessClient client;
  private final Map<String, Long> sizes = new HashMap<>();
  private WitnessState state;
  private Duration rest = Duration.ZERO;
  private Instant resting = Instant.MIN;

  Desk(WitnessClient client) {
    this.client = client;
    WitnessSettings.Witness witness = client.witness();
    state =
        new WitnessState(
            witness.key().name(),
            witness.key().toString(),
            witness.url().toString(),
            WitnessState.Health.NOT_ASKED,
            "",
            -1,
            Optional.empty());
  }

  WitnessClient client() {
    return client;
  }

  synchronized WitnessState state() {
    return state;
  }

  /** Whether it may be asked again: one that failed rests, longer each time. */
  synchronized boolean isAwake(Instant now) {
    return !now.isBefore(resting);
  }

  /** The size that it cosigned last, as far as we know; 0 where we do not. */
  synchronized long size(String origin) {
    return sizes.getOrDefault(origin, 0L);
  }

  synchronized void remember(String origin, long size) {
    sizes.put(origin, size);
  }

  /** It cosigned this size now, or did so before this node was started. */
  synchronized void cosigned(String origin, long size, Instant at, boolean now) {
    sizes.merge(origin, size, Math::max);
    rest = Duration.ZERO;
    resting = Instant.MIN;
    WitnessState.Health health = now ? WitnessState.Health.WELL : state.health();
    state = state.with(health, "").cosigned(size, at);
  }

  synchronized void failed(WitnessState.Health how, String why, Instant now) {
    rest = rest.isZero() ? SHORTEST_REST : rest.multipliedBy(2);
    rest = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    resting = now.plus(rest);
    state = state.with(how, why);
  }
}
