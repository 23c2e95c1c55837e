package org.jejak.declarations;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jejak.base.Handle;

/** What people call a declaration, {@code D-7K3Q-XM2T}: random, so that it counts nothing. */
public record DeclarationNumber(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("D-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

  public DeclarationNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a declaration number: " + value);
    }
  }

  static DeclarationNumber random() {
    return new DeclarationNumber("D-" + Handle.random(4) + "-" + Handle.random(4));
  }

  /** The number that was meant by what somebody typed; empty where it cannot be one. */
  public static Optional<DeclarationNumber> read(String typed) {
    String plain = Handle.normalise(typed);
    if (plain.length() != 9) {
      return Optional.empty();
    }
    String number = plain.charAt(0) + "-" + plain.substring(1, 5) + "-" + plain.substring(5);
    return SHAPE.matcher(number).matches()
        ? Optional.of(new DeclarationNumber(number))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
