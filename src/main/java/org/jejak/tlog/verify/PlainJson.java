package org.jejak.tlog.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON of entries: objects, lists, texts, whole numbers, truths; no fractions, no nulls,
 * no blanks between. Whoever checks a dossier needs nothing but a JDK.
 */
final class PlainJson {
  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /**
   * The object.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Map<?, ?> object(String text) {
    PlainJson json = new PlainJson(text);
    Object value = json.value(0);
    if (json.at != text.length() || !(value instanceof Map<?, ?> object)) {
      throw new IllegalArgumentException("this is not one object");
    }
    return object;
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("too deep");
    }
    char first = peek();
    return switch (first) {
      case '{' -> map(depth);
      case '[' -> list(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private Map<String, Object> map(int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    expect('{');
    while (peek() != '}') {
      if (!map.isEmpty()) {
        expect(',');
      }
      String key = string();
      expect(':');
      if (map.put(key, value(depth + 1)) != null) {
        throw new IllegalArgumentException("twice " + key);
      }
    }
    expect('}');
    return map;
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    expect('[');
    while (peek() != ']') {
      if (!list.isEmpty()) {
        expect(',');
      }
      list.add(value(depth + 1));
    }
    expect(']');
    return list;
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      string.append(c == '\\' ? escaped(next()) : c);
    }
    return string.toString();
  }

  private char escaped(char c) {
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        if (at + 4 > text.length()) {
          throw new IllegalArgumentException("cut off");
        }
        char unit = (char) Integer.parseInt(text, at, at + 4, 16);
        at += 4;
        yield unit;
      }
      default -> throw new IllegalArgumentException("an escape that there is not");
    };
  }

  private Boolean word(String word, boolean truth) {
    if (!text.startsWith(word, at)) {
      throw new IllegalArgumentException("no value at " + at);
    }
    at += word.length();
    return truth;
  }

  private Long number() {
    int from = at;
    while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
      at++;
    }
    return Long.valueOf(text.substring(from, at));
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("cut off");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char c) {
    if (next() != c) {
      throw new IllegalArgumentException("no " + c + " at " + (at - 1));
    }
  }
}
