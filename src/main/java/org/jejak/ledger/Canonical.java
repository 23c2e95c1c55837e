package org.jejak.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.ledger.rows.CanonicalValue;

/**
 * Canonical JSON (RFC 8785) in the narrow profile that every library agrees on: ASCII keys, strings
 * in NFC, whole numbers below 2^53, booleans, objects, lists; no fractions, no nulls.
 */
final class Canonical {
  private static final long LARGEST = (1L << 53) - 1;

  private Canonical() {}

  /**
   * The canonical text of an object made of maps, lists, strings, longs, integers and booleans.
   *
   * @throws IllegalArgumentException for anything outside the profile
   */
  static String write(Map<String, ?> object) {
    StringBuilder text = new StringBuilder(256);
    append(text, object);
    return text.toString();
  }

  /**
   * The components of a record but for {@code subject}, as plain values; {@code null} is left out.
   *
   * @throws IllegalArgumentException for a value that is not plain
   */
  static SortedMap<String, Object> data(Record event) {
    SortedMap<String, Object> data = new TreeMap<>();
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      Object value = read(event, component);
      if (value != null && !component.getName().equals("subject")) {
        data.put(component.getName(), plain(component.getName(), value));
      }
    }
    return data;
  }

  private static Object plain(String name, Object value) {
    return switch (value) {
      case String text -> Normalizer.normalize(text, Normalizer.Form.NFC);
      case Long number -> number;
      case Integer number -> number.longValue();
      case Boolean truth -> truth;
      case Enum<?> constant -> constant.name();
      case LocalDate day -> day.toString();
      case Instant moment -> CanonicalValue.moment(moment);
      case List<?> list -> list.stream().map(item -> plain(name, item)).toList();
      case Record one when one.getClass().getRecordComponents().length == 1 ->
          plain(name, read(one, one.getClass().getRecordComponents()[0]));
      default ->
          throw new IllegalArgumentException(
              name + " is a " + value.getClass().getName() + ", not a plain value");
    };
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true); // events may be package-private
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(component + " cannot be read", e);
    }
  }

  private static void append(StringBuilder text, Object value) {
    switch (value) {
      case Map<?, ?> object -> appendObject(text, object);
      case List<?> list -> {
        text.append('[');
        for (int i = 0; i < list.size(); i++) {
          if (i > 0) {
            text.append(',');
          }
          append(text, list.get(i));
        }
        text.append(']');
      }
      case String string -> appendString(text, string);
      case Boolean truth -> text.append(truth.booleanValue());
      case Integer number -> text.append(number.intValue());
      case Long number -> {
        if (number > LARGEST || number < -LARGEST) {
          throw new IllegalArgumentException(number + " is beyond 2^53");
        }
        text.append(number.longValue());
      }
      default -> throw new IllegalArgumentException(value.getClass() + " has no canonical form");
    }
  }

  private static void appendObject(StringBuilder text, Map<?, ?> object) {
    SortedMap<String, Object> sorted = new TreeMap<>(); // by UTF-16 unit, as RFC 8785 demands
    object.forEach((key, value) -> sorted.put((String) key, value));
    text.append('{');
    boolean first = true;
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      String key = member.getKey();
      if (key.isEmpty() || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
        throw new IllegalArgumentException("key '" + key + "' is not plain ASCII");
      }
      if (!first) {
        text.append(',');
      }
      first = false;
      appendString(text, key);
      text.append(':');
      append(text, member.getValue());
    }
    text.append('}');
  }

  private static void appendString(StringBuilder text, String string) {
    if (!Normalizer.isNormalized(string, Normalizer.Form.NFC)) {
      throw new IllegalArgumentException("text is not in NFC");
    }
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20) {
            text.append("\\u%04x".formatted((int) c));
          } else if (Character.isSurrogate(c) && !paired(string, i)) {
            throw new IllegalArgumentException("text holds half a character");
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean paired(String string, int i) {
    return Character.isHighSurrogate(string.charAt(i))
        ? i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(string.charAt(i - 1));
  }
}
