package org.jejak.ledger.rows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.jejak.ledger.seal.Envelope;
import org.jejak.ledger.seal.Narrative;

/** The one written form of each value of the domain, over which commitments are made. */
public final class CanonicalValue {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private CanonicalValue() {}

  /**
   * UTF-8 of: a text as it is; a whole number in decimal digits; {@code true} or {@code false}; an
   * enum's name; {@code 2026-11-21}; {@code 2026-11-21T13:00:00.123456Z}; bytes in base64url; a
   * value of one component as that component.
   *
   * @return empty for {@code null}, and for a narrative that can no longer be read
   * @throws IllegalArgumentException for a value that has no such form
   */
  public static Optional<byte[]> of(Object value) {
    return Optional.ofNullable(text(value)).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** A moment in UTC, with six digits of the second. */
  public static String moment(Instant moment) {
    return MOMENT.format(moment.truncatedTo(ChronoUnit.MICROS));
  }

  /** Whether values of this class have a written form and cannot change. */
  static boolean has(Class<?> type) {
    return type.isPrimitive() && type != float.class && type != double.class
        || type.isEnum()
        || type == String.class
        || type == Long.class
        || type == Integer.class
        || type == Short.class
        || type == Boolean.class
        || type == LocalDate.class
        || type == Instant.class
        || type == Narrative.class
        || type == Envelope.class
        || type.isRecord()
            && type.getRecordComponents().length == 1
            && has(type.getRecordComponents()[0].getType());
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Long number -> number.toString();
      case Integer number -> number.toString();
      case Short number -> number.toString();
      case Boolean truth -> truth.toString();
      case Enum<?> constant -> constant.name();
      case LocalDate day -> day.toString();
      case Instant moment -> moment(moment);
      case Narrative narrative -> narrative.read().orElse(null);
      case Envelope envelope ->
          Base64.getUrlEncoder().withoutPadding().encodeToString(envelope.bytes());
      case Record one when one.getClass().getRecordComponents().length == 1 ->
          text(component(one, one.getClass().getRecordComponents()[0]));
      default -> throw new IllegalArgumentException(value.getClass() + " has no canonical form");
    };
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true); // values may be package-private
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(component + " cannot be read", e);
    }
  }
}
