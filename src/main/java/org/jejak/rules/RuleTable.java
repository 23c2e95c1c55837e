package org.jejak.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file of the law, from the agency's folder where it has one of this name, else from the
 * program itself. Read strictly: a missing column, an empty cell, an unknown word stops the start.
 */
final class RuleTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setCommentMarker('#')
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final String file;
  private final byte[] bytes;

  private RuleTable(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** The table of this name. */
  static RuleTable read(String file, Optional<Path> folder) {
    try {
      Optional<Path> own = folder.map(path -> path.resolve(file)).filter(Files::isRegularFile);
      if (own.isPresent()) {
        return new RuleTable(file, Files.readAllBytes(own.get()));
      }
      try (InputStream in = RuleTable.class.getResourceAsStream("/rules/" + file)) {
        if (in == null) {
          throw new IllegalStateException("rules/" + file + " is missing");
        }
        return new RuleTable(file, in.readAllBytes());
      }
    } catch (IOException e) {
      throw new IllegalStateException("rules/%s cannot be read: %s".formatted(file, e), e);
    }
  }

  static RuleTable of(String file, String text) {
    return new RuleTable(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Every row, made by {@code make}. */
  <T> List<T> rows(Function<TableRow, T> make) {
    List<T> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new String(bytes, StandardCharsets.UTF_8), FORMAT)) {
      int columns = parser.getHeaderNames().size();
      for (CSVRecord values : parser) {
        TableRow row = new TableRow(file, values);
        if (values.size() != columns) {
          throw row.fault("has %d cells, the head has %d".formatted(values.size(), columns));
        }
        rows.add(make.apply(row));
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new IllegalStateException("rules/%s is no CSV: %s".formatted(file, e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("rules/%s: %s".formatted(file, e.getMessage()), e);
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException("rules/" + file + " has no rows");
    }
    return rows;
  }

  /** The rows by their code, each with its versions in order; codes in the order of the file. */
  <T extends Dated> Map<String, Timeline<T>> timelines(
      Function<TableRow, T> make, Function<T, String> code) {
    Map<String, List<T>> versions = new LinkedHashMap<>();
    for (T row : rows(make)) {
      versions.computeIfAbsent(code.apply(row), key -> new ArrayList<>()).add(row);
    }
    Map<String, Timeline<T>> timelines = new LinkedHashMap<>();
    versions.forEach(
        (key, rows) -> {
          try {
            timelines.put(key, new Timeline<>(rows));
          } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                "rules/%s, %s: %s".formatted(file, key, e.getMessage()));
          }
        });
    return timelines;
  }

  void addTo(MessageDigest digest) {
    digest.update(file.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes);
    digest.update((byte) 0);
  }
}
