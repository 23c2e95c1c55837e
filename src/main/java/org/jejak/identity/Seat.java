package org.jejak.identity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** In which capacity somebody is on a case. */
public enum Seat {
  /** Opened or triaged it. */
  REGISTRAR(Role.INVESTIGATOR),
  INVESTIGATOR(Role.INVESTIGATOR),
  EXAMINER(Role.EXAMINER),
  AUTHORITY(Role.AUTHORITY),
  COUNCIL(Role.ETHICS_COUNCIL),
  PERSONNEL(Role.PERSONNEL),
  /** Filed the declaration. */
  DECLARANT(null),
  /** Decides on the declaration. */
  REVIEWER(null);

  private final Role role;

  Seat(Role role) {
    this.role = role;
  }

  /**
   * The role without which the seat is worth nothing, so that a role taken back closes every file
   * at once; empty where being that person is enough.
   */
  public Optional<Role> role() {
    return Optional.ofNullable(role);
  }

  /** The seats that count for somebody with these roles. */
  static Set<Seat> countingFor(Set<Role> roles) {
    Set<Seat> seats = EnumSet.noneOf(Seat.class);
    for (Seat seat : values()) {
      if (seat.role == null || roles.contains(seat.role)) {
        seats.add(seat);
      }
    }
    return seats;
  }
}
