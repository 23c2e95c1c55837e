package org.jejak.identity;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jejak.base.Refusal;

/**
 * The number of a civil servant: birth date, month of appointment, sex, serial; 18 digits.
 *
 * <p>The NI PPPK has the same shape, with 21 to 29 (which contract it is) in place of the month.
 * There is no check digit, so only the dates can betray a slip of the pen.
 *
 * @param value the 18 digits, without spaces
 */
public record Nip(String value) implements Serializable {
  private static final int EARLIEST_BIRTH = 1930;
  private static final int YOUNGEST_YEARS = 16;
  private static final int OLDEST_YEARS = 60;

  public Nip {
    if (!value.matches("[0-9]{18}")) {
      throw Refusal.invalid("nip.digits", "a NIP has 18 digits, this has another form");
    }
    LocalDate born = birth(value);
    int appointed = number(value, 8, 12);
    int month = number(value, 12, 14);
    boolean contract = month >= 21 && month <= 29;
    if (!contract && (month < 1 || month > 12)) {
      throw Refusal.invalid("nip.appointment", "digits 13 and 14 of the NIP are no month");
    }
    if (appointed < born.getYear() + YOUNGEST_YEARS || appointed > born.getYear() + OLDEST_YEARS) {
      throw Refusal.invalid(
          "nip.age", "appointed in %d, born in %d".formatted(appointed, born.getYear()));
    }
    char sex = value.charAt(14);
    if (sex != '1' && sex != '2') {
      throw Refusal.invalid("nip.sex", "digit 15 of the NIP is 1 or 2");
    }
    if (value.endsWith("000")) {
      throw Refusal.invalid("nip.serial", "the serial of a NIP begins at 001");
    }
  }

  /**
   * What somebody typed: spaces, dots and hyphens between the digits do not count.
   *
   * @throws Refusal {@code nip.*} where it cannot be a NIP
   */
  public static Nip of(String typed) {
    return new Nip(typed == null ? "" : typed.replaceAll("[\\s\\u00A0.-]", ""));
  }

  /** The number, where it also lies in the past of {@code today}. */
  public Nip knownOn(LocalDate today) {
    int month = number(value, 12, 14);
    YearMonth appointed = YearMonth.of(number(value, 8, 12), month > 12 ? 1 : month);
    if (appointed.isAfter(YearMonth.from(today))) {
      throw Refusal.invalid("nip.future", "appointed in %s, which is to come".formatted(appointed));
    }
    return this;
  }

  public LocalDate born() {
    return birth(value);
  }

  /** As on letters: {@code 19800215 200501 1 003}. */
  public String spaced() {
    return "%s %s %s %s"
        .formatted(
            value.substring(0, 8),
            value.substring(8, 14),
            value.substring(14, 15),
            value.substring(15));
  }

  @Override
  public String toString() {
    return value;
  }

  private static LocalDate birth(String value) {
    try {
      LocalDate born = LocalDate.of(number(value, 0, 4), number(value, 4, 6), number(value, 6, 8));
      if (born.getYear() < EARLIEST_BIRTH) {
        throw Refusal.invalid("nip.birth", "nobody in service was born in " + born.getYear());
      }
      return born;
    } catch (DateTimeException impossible) {
      throw Refusal.invalid("nip.birth", "the first eight digits of the NIP are no date");
    }
  }

  private static int number(String value, int from, int to) {
    return Integer.parseInt(value.substring(from, to));
  }
}
