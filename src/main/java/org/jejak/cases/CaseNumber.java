package org.jejak.cases;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;

/**
 * The number by which people name a case: a year and six random characters, {@code 2026-7K3QXM}. It
 * counts nothing and orders nothing, so that its neighbours tell nothing.
 *
 * @param value in its one written form
 */
public record CaseNumber(String value) implements Serializable {
  private static final Pattern FORM = Pattern.compile("(20[0-9]{2})-?([0-9A-HJKMNP-TV-Z]{6})");

  public CaseNumber {
    if (!FORM.matcher(value).matches() || value.charAt(4) != '-') {
      throw Refusal.unknown("a case of that number");
    }
  }

  /** A random one; {@link CaseNumbers#draw} sees to it that nobody has it yet. */
  public static CaseNumber random(int year) {
    return new CaseNumber("%04d-%s".formatted(year, Handle.random(6)));
  }

  /**
   * What somebody typed: any case, spaces and hyphens anywhere, O for 0, I and L for 1.
   *
   * @throws Refusal UNKNOWN where it can be no number: the same answer as for one that is not there
   */
  public static CaseNumber of(String typed) {
    String text = typed == null || typed.length() > 40 ? "" : Handle.normalise(typed);
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw Refusal.unknown("a case of that number");
    }
    return new CaseNumber(parts.group(1) + "-" + parts.group(2));
  }

  @Override
  public String toString() {
    return value;
  }
}
