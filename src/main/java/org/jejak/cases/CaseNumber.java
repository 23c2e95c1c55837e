package org.jejak.cases;

import java.util.regex.Pattern;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;

/**
 * The name of a case among people, {@code 2026-7K3QXM}: the year it was registered in and six
 * random characters, so that neighbours tell nothing and nothing can be counted.
 */
public record CaseNumber(String value) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9A-HJKMNP-TV-Z]{6}");

  public CaseNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw Refusal.unknown("a case of that number");
    }
  }

  /** A new number of this year; whoever writes it makes sure that it is free. */
  public static CaseNumber random(int year) {
    return new CaseNumber("%04d-%s".formatted(year, Handle.random(6)));
  }

  /**
   * What somebody typed, with any spaces and in any case.
   *
   * @throws Refusal {@code unknown} where it cannot be a number: the answer for any number that
   *     opens nothing
   */
  public static CaseNumber of(String typed) {
    String plain = typed == null ? "" : Handle.normalise(typed);
    return new CaseNumber(
        plain.length() == 10 ? plain.substring(0, 4) + "-" + plain.substring(4) : plain);
  }

  @Override
  public String toString() {
    return value;
  }
}
