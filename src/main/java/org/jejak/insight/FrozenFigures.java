package org.jejak.insight;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Figures as JSON, in one fixed order of fields, so that a report can be hashed and read back. What
 * was hidden is written as {@code null}: the report does not know it.
 */
record FrozenFigures(String text) {

  static FrozenFigures of(Figures figures) {
    JsonArrayBuilder tables = Json.createArrayBuilder();
    figures.tables().forEach(table -> tables.add(json(table)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("from", figures.from().toString())
            .add("to", figures.to().toString())
            .add("closedTo", text(figures.closedTo().map(YearMonth::toString)))
            .add("position", figures.position())
            .add("running", json(figures.running()))
            .add("opened", json(figures.opened()))
            .add("concluded", json(figures.concluded()))
            .add(
                "medianDays",
                figures.medianDays().map(days -> (JsonValue) Json.createValue(days)).orElse(NONE))
            .add("tables", tables);
    return new FrozenFigures(json.build().toString());
  }

  private static final JsonValue NONE = JsonValue.NULL;

  Figures thaw() {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new Figures(
          YearMonth.parse(json.getString("from")),
          YearMonth.parse(json.getString("to")),
          json.isNull("closedTo")
              ? Optional.empty()
              : Optional.of(YearMonth.parse(json.getString("closedTo"))),
          json.getJsonNumber("position").longValue(),
          value(json.get("running")),
          value(json.get("opened")),
          value(json.get("concluded")),
          json.isNull("medianDays") ? Optional.empty() : Optional.of(json.getInt("medianDays")),
          json.getJsonArray("tables").getValuesAs(FrozenFigures::table));
    }
  }

  /** SHA-256 of the text in UTF-8, in hex. */
  String hash() {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static JsonObjectBuilder json(FigureTable table) {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    for (FigureTable.Line line : table.lines()) {
      JsonArrayBuilder values = Json.createArrayBuilder();
      line.values().forEach(value -> values.add(json(value)));
      lines.add(
          Json.createObjectBuilder()
              .add("key", line.key())
              .add("name", text(Optional.ofNullable(line.name())))
              .add("values", values));
    }
    return Json.createObjectBuilder()
        .add("id", table.id())
        .add("query", table.query())
        .add("columns", Json.createArrayBuilder(table.columns()))
        .add("lines", lines);
  }

  private static JsonValue json(FigureTable.Value value) {
    return value.shown() ? Json.createValue(value.number()) : NONE;
  }

  private static JsonValue text(Optional<String> text) {
    return text.map(words -> (JsonValue) Json.createValue(words)).orElse(NONE);
  }

  private static FigureTable table(JsonValue value) {
    JsonObject json = value.asJsonObject();
    return new FigureTable(
        json.getString("id"),
        json.getString("query"),
        strings(json.getJsonArray("columns")),
        json.getJsonArray("lines").getValuesAs(FrozenFigures::line));
  }

  private static FigureTable.Line line(JsonValue value) {
    JsonObject json = value.asJsonObject();
    return new FigureTable.Line(
        json.getString("key"),
        json.isNull("name") ? null : json.getString("name"),
        json.getJsonArray("values").getValuesAs(FrozenFigures::value));
  }

  private static FigureTable.Value value(JsonValue value) {
    return value instanceof jakarta.json.JsonNumber number
        ? FigureTable.Value.of(number.longValue())
        : FigureTable.Value.HIDDEN;
  }

  private static List<String> strings(JsonArray array) {
    return array.getValuesAs(jakarta.json.JsonString::getString);
  }
}
