package org.jejak.search;

import java.util.Arrays;
import java.util.List;

/** Small things that every source does with texts. */
final class Texts {
  private Texts() {}

  /** The first words, cut at a space, with an ellipsis where more follows. */
  static String beginning(String text, int length) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= length) {
      return line;
    }
    int space = line.lastIndexOf(' ', length);
    return line.substring(0, space > length / 2 ? space : length) + "…";
  }

  /** Those that are there. */
  static List<String> present(String... texts) {
    return Arrays.stream(texts).filter(text -> text != null && !text.isBlank()).toList();
  }
}
