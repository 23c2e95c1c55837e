package org.jejak.insight;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jejak.base.Handle;

/** What people call an integrity report, {@code R-7K3Q-XM2T}: random, so that it counts nothing. */
public record ReportNumber(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

  public ReportNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a report number: " + value);
    }
  }

  static ReportNumber random() {
    return new ReportNumber("R-" + Handle.random(4) + "-" + Handle.random(4));
  }

  /** The number that was meant by what somebody typed; empty where it cannot be one. */
  public static Optional<ReportNumber> read(String typed) {
    String plain = Handle.normalise(typed);
    if (plain.length() != 9) {
      return Optional.empty();
    }
    String number = plain.charAt(0) + "-" + plain.substring(1, 5) + "-" + plain.substring(5);
    return SHAPE.matcher(number).matches()
        ? Optional.of(new ReportNumber(number))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
