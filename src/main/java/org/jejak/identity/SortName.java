package org.jejak.identity;

import java.util.Locale;
import java.util.Set;

/** A name as lists are ordered by it: small letters, without titles. */
final class SortName {
  private static final Set<String> BEFORE =
      Set.of(
          "prof.", "dr.", "drs.", "dra.", "ir.", "h.", "hj.", "drg.", "drh.", "apt.", "ns.", "st.",
          "kh.", "r.", "ra.", "tb.", "letkol", "kol.");

  private SortName() {}

  static String of(String name) {
    int comma = name.indexOf(',');
    String bare = (comma < 0 ? name : name.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
    String rest = bare;
    while (true) {
      int space = rest.indexOf(' ');
      if (space < 0 || !BEFORE.contains(rest.substring(0, space))) {
        return rest;
      }
      rest = rest.substring(space + 1).strip();
    }
  }
}
