package org.jejak.api;

import jakarta.validation.ConstraintViolation;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The text bundle in one of the two languages there are.
 *
 * @param locale never taken from the request's text: one of a fixed list
 */
record Words(Locale locale, ResourceBundle bundle) {
  private static final Locale INDONESIAN = Locale.of("id");
  private static final List<Locale> KNOWN = List.of(INDONESIAN, Locale.ENGLISH);

  /** The first of the wanted languages that there is; Indonesian otherwise. */
  static Words in(List<Locale> wanted) {
    Locale locale =
        wanted.stream()
            .map(Locale::getLanguage)
            .flatMap(w -> KNOWN.stream().filter(known -> known.getLanguage().equals(w)))
            .findFirst()
            .orElse(INDONESIAN);
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "text",
            locale,
            Words.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new Words(locale, bundle);
  }

  Optional<String> sentence(String key, Object... values) {
    return bundle.containsKey(key)
        ? Optional.of(
            new MessageFormat(bundle.getString(key), locale)
                .format(Stream.of(values).map(this::readable).toArray()))
        : Optional.empty();
  }

  /** A stage or the like by its word, as on the pages: {@code <type>.<NAME>}. */
  private Object readable(Object value) {
    if (value instanceof Enum<?> constant) {
      String type = constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
      String key = type + "." + constant.name();
      return bundle.containsKey(key) ? bundle.getString(key) : constant.name();
    }
    return value;
  }

  /** A sentence that the bundle cannot lack. */
  String must(String key, Object... values) {
    return sentence(key, values)
        .orElseThrow(() -> new IllegalStateException("no text " + key + " in " + locale));
  }

  /** Why a field is wrong: our own words where the constraint names a key, else the validator's. */
  String of(ConstraintViolation<?> violation) {
    String template = violation.getMessageTemplate();
    String name =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return sentence(template)
        .or(() -> sentence("constraint." + name, bounds(violation)))
        .orElseGet(violation::getMessage);
  }

  private static Object[] bounds(ConstraintViolation<?> violation) {
    var attributes = violation.getConstraintDescriptor().getAttributes();
    return new Object[] {
      attributes.getOrDefault("min", attributes.getOrDefault("value", "")),
      attributes.getOrDefault("max", "")
    };
  }
}
