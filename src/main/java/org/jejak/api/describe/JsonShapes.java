package org.jejak.api.describe;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Our records as JSON schemas, with what Bean Validation demands of them. */
final class JsonShapes {
  private final Map<String, JsonObject> records = new TreeMap<>();

  /** The schema of a type; records are described once and referred to. */
  JsonObjectBuilder of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == LocalDate.class) {
      return text().add("format", "date");
    }
    if (plain == Instant.class) {
      return text().add("format", "date-time");
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return Json.createObjectBuilder().add("type", "boolean");
    }
    if (plain == int.class
        || plain == long.class
        || plain == Integer.class
        || plain == Long.class) {
      return Json.createObjectBuilder().add("type", "integer");
    }
    if (plain.isEnum()) {
      JsonArrayBuilder words = Json.createArrayBuilder();
      Arrays.stream(plain.getEnumConstants()).forEach(word -> words.add(((Enum<?>) word).name()));
      return text().add("enum", words);
    }
    if (plain.isRecord()) {
      describe(name(plain), plain, Map.of());
      return reference(name(plain));
    }
    return plain == JsonObject.class ? Json.createObjectBuilder().add("type", "object") : text();
  }

  private JsonObjectBuilder ofGeneric(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
    if (Collection.class.isAssignableFrom(raw)) {
      return Json.createObjectBuilder().add("type", "array").add("items", of(last));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return Json.createObjectBuilder().add("type", "object").add("additionalProperties", of(last));
    }
    String name = name(raw) + "Of" + name((Class<?>) last);
    describe(name, raw, Map.of(raw.getTypeParameters()[0].getName(), last));
    return reference(name);
  }

  private void describe(String name, Class<?> type, Map<String, Type> arguments) {
    if (records.containsKey(name)) {
      return;
    }
    records.put(name, JsonObject.EMPTY_JSON_OBJECT);
    JsonObjectBuilder fields = Json.createObjectBuilder();
    JsonArrayBuilder required = Json.createArrayBuilder();
    for (RecordComponent field : type.getRecordComponents()) {
      fields.add(field.getName(), bounded(field, field(field, arguments)));
      if (field.isAnnotationPresent(NotNull.class)
          || accessorHas(field, NotNull.class)
          || accessorHas(field, NotBlank.class)
          || accessorHas(field, NotEmpty.class)) {
        required.add(field.getName());
      }
    }
    records.put(
        name,
        Json.createObjectBuilder()
            .add("type", "object")
            .add("properties", fields)
            .add("required", required)
            .build());
  }

  private JsonObjectBuilder field(RecordComponent field, Map<String, Type> arguments) {
    Type type = field.getGenericType();
    if (type instanceof ParameterizedType list
        && Collection.class.isAssignableFrom((Class<?>) list.getRawType())
        && arguments.containsKey(list.getActualTypeArguments()[0].getTypeName())) {
      return Json.createObjectBuilder()
          .add("type", "array")
          .add("items", of(arguments.get(list.getActualTypeArguments()[0].getTypeName())));
    }
    return of(type);
  }

  private static JsonObjectBuilder bounded(RecordComponent field, JsonObjectBuilder schema) {
    AnnotatedElement marked = field.getAccessor();
    Size size = marked.getAnnotation(Size.class);
    if (size != null) {
      String what = Collection.class.isAssignableFrom(field.getType()) ? "Items" : "Length";
      schema.add("min" + what, size.min()).add("max" + what, size.max());
    }
    Min min = marked.getAnnotation(Min.class);
    if (min != null) {
      schema.add("minimum", min.value());
    }
    Max max = marked.getAnnotation(Max.class);
    if (max != null) {
      schema.add("maximum", max.value());
    }
    return schema;
  }

  private static boolean accessorHas(
      RecordComponent field, Class<? extends java.lang.annotation.Annotation> mark) {
    return field.getAccessor().isAnnotationPresent(mark);
  }

  /** The schema of every refusal. */
  JsonObjectBuilder problem() {
    JsonObjectBuilder fields = Json.createObjectBuilder();
    for (String field : new String[] {"type", "title", "code", "detail"}) {
      fields.add(field, text());
    }
    fields.add("status", Json.createObjectBuilder().add("type", "integer"));
    records.put(
        "Problem",
        Json.createObjectBuilder().add("type", "object").add("properties", fields).build());
    return reference("Problem");
  }

  /** Every record that was referred to. */
  JsonObjectBuilder all() {
    JsonObjectBuilder all = Json.createObjectBuilder();
    records.forEach(all::add);
    return all;
  }

  private static JsonObjectBuilder text() {
    return Json.createObjectBuilder().add("type", "string");
  }

  private static JsonObjectBuilder reference(String name) {
    return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name);
  }

  /** {@code CasesResource.Line} is CasesLine. */
  private static String name(Class<?> type) {
    String around =
        type.getEnclosingClass() == null
            ? ""
            : type.getEnclosingClass().getSimpleName().replace("Resource", "");
    return around + type.getSimpleName();
  }
}
