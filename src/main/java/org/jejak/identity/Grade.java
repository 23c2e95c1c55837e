package org.jejak.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.base.Refusal;

/**
 * Golongan: {@code I/a} to {@code IV/e} of a PNS or CPNS, {@code I} to {@code XVII} of a PPPK.
 *
 * @param code as the decree of appointment writes it
 */
public record Grade(String code) {
  private static final Map<String, String> RANKS =
      Map.ofEntries(
          Map.entry("I/a", "Juru Muda"),
          Map.entry("I/b", "Juru Muda Tingkat I"),
          Map.entry("I/c", "Juru"),
          Map.entry("I/d", "Juru Tingkat I"),
          Map.entry("II/a", "Pengatur Muda"),
          Map.entry("II/b", "Pengatur Muda Tingkat I"),
          Map.entry("II/c", "Pengatur"),
          Map.entry("II/d", "Pengatur Tingkat I"),
          Map.entry("III/a", "Penata Muda"),
          Map.entry("III/b", "Penata Muda Tingkat I"),
          Map.entry("III/c", "Penata"),
          Map.entry("III/d", "Penata Tingkat I"),
          Map.entry("IV/a", "Pembina"),
          Map.entry("IV/b", "Pembina Tingkat I"),
          Map.entry("IV/c", "Pembina Utama Muda"),
          Map.entry("IV/d", "Pembina Utama Madya"),
          Map.entry("IV/e", "Pembina Utama"));
  private static final Set<String> CONTRACT =
      Set.copyOf(
          List.of(
              "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
              "XIV", "XV", "XVI", "XVII"));

  public Grade {
    if (!RANKS.containsKey(code) && !CONTRACT.contains(code)) {
      throw Refusal.invalid("grade.unknown", "no grade is called " + code, code);
    }
  }

  /**
   * The grade of somebody under this regime.
   *
   * @throws Refusal {@code grade.unknown}, or {@code grade.regime} where it belongs to another
   */
  public static Grade of(String code, Regime regime) {
    Grade grade = new Grade(code);
    if (CONTRACT.contains(code) != (regime == Regime.PPPK)) {
      throw Refusal.invalid(
          "grade.regime", "grade %s is not one of a %s".formatted(code, regime), code, regime);
    }
    return grade;
  }

  /** The name of the rank (pangkat), e.g. Penata for III/c; empty for a PPPK, who has none. */
  public String rank() {
    return RANKS.getOrDefault(code, "");
  }

  @Override
  public String toString() {
    return code;
  }
}
