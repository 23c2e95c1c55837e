package org.jejak.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that name one thing, however they are grouped: case numbers, references, NIP. */
final class Code {
  private static final Pattern SHAPES =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + "\\d{4} ?- ?[0-9A-Za-z]{6}"
              + "|[Ll]-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}"
              + "|(?:\\d[ .]?){17}\\d"
              + ")(?![\\p{L}\\p{N}])");

  private Code() {}

  /** Upper case, no separators, no two letters that are mistaken for each other. */
  static String normalise(String code) {
    return code.replaceAll("[\\s.-]", "")
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  /** A text cut into the codes in it and what is left. */
  record Cut(List<String> codes, String rest) {}

  static Cut cut(String text) {
    List<String> codes = new ArrayList<>();
    Matcher shape = SHAPES.matcher(text);
    String rest =
        shape.replaceAll(
            found -> {
              codes.add(found.group());
              return " ";
            });
    return new Cut(List.copyOf(codes), rest);
  }
}
