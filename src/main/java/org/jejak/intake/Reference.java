package org.jejak.intake;

import java.util.regex.Pattern;
import org.jejak.base.Handle;

/**
 * What a reporter calls their report, {@code L-9QW4-T7KD}: drawn on its own, so that it leads
 * nobody to the case.
 */
public record Reference(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("L-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

  public Reference {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a reference: " + value);
    }
  }

  static Reference random() {
    return new Reference("L-" + Handle.random(4) + "-" + Handle.random(4));
  }

  @Override
  public String toString() {
    return value;
  }
}
