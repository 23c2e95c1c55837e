package org.jejak.ledger.access;

import java.time.Instant;
import java.time.ZoneId;

/** Names of the logs of looks. */
public final class AccessLogs {
  /** What each begins with. */
  public static final String PREFIX = "access-";

  private AccessLogs() {}

  /** The log in which a look of this moment stands: the agency's calendar year. */
  public static String of(Instant at, ZoneId zone) {
    return of(at.atZone(zone).getYear());
  }

  /** The log of a year. */
  public static String of(int year) {
    return PREFIX + year;
  }
}
