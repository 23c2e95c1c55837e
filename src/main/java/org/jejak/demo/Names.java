package org.jejak.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Invents people: names with titles, and employee numbers that look right and are nobody's. */
final class Names {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

  private final Random random;
  private final Map<String, List<String>> words;
  private final Set<String> taken = new HashSet<>();

  Names(Random random, Map<String, List<String>> words) {
    this.random = random;
    this.words = words;
  }

  /**
   * An invented person.
   *
   * @param woman decides the first name and one digit of the number
   * @param senior whether the person is old enough, and titled enough, to lead
   */
  Invented person(boolean woman, boolean senior) {
    String name = pick(woman ? "women" : "men");
    if (random.nextInt(3) == 0) {
      name += " " + pick(woman ? "women" : "men");
    }
    name += " " + pick("families");
    if (senior || random.nextInt(4) > 0) {
      name += ", " + pick("degrees");
    }
    if (senior) {
      name += ", " + pick("masters");
    }
    return new Invented(name, nip(woman, senior));
  }

  /** A number of 18 digits: day of birth, month of appointment, sex, and a serial number. */
  String nip(boolean woman, boolean senior) {
    while (true) {
      int year = senior ? 1967 + random.nextInt(14) : 1972 + random.nextInt(28);
      LocalDate born = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
      LocalDate appointed = born.plusYears(22 + random.nextInt(3)).withDayOfMonth(1);
      String nip =
          born.format(DAY)
              + appointed.format(MONTH)
              + (woman ? "2" : "1")
              + "%03d".formatted(1 + random.nextInt(60));
      if (taken.add(nip)) {
        return nip;
      }
    }
  }

  String pick(String kind) {
    List<String> list = words.get(kind);
    return list.get(random.nextInt(list.size()));
  }

  /** Somebody who does not exist. */
  record Invented(String name, String nip) {}
}
