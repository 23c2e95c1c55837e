package org.jejak.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** One row of a table; whatever is wrong in it is said with file and line. */
record TableRow(String file, CSVRecord values) {

  /** A cell that must be filled. */
  String text(String column) {
    return optional(column).orElseThrow(() -> fault(column + " is empty"));
  }

  Optional<String> optional(String column) {
    String cell = values.get(column).strip();
    return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
  }

  LocalDate day(String column) {
    String cell = text(column);
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeParseException e) {
      throw fault(column + " is no day: " + cell);
    }
  }

  /** A last day; {@link LocalDate#MAX} where the cell is empty. */
  LocalDate lastDay(String column) {
    return optional(column).isEmpty() ? LocalDate.MAX : day(column);
  }

  int number(String column, int whenEmpty) {
    Optional<String> cell = optional(column);
    try {
      return cell.map(Integer::parseInt).orElse(whenEmpty);
    } catch (NumberFormatException e) {
      throw fault(column + " is no whole number: " + cell.get());
    }
  }

  /** One of an enum, written in lower case and with hyphens where the constant has underscores. */
  <E extends Enum<E>> E one(String column, Class<E> type) {
    String cell = text(column);
    String name = cell.toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw fault("%s does not know %s".formatted(column, cell));
  }

  Confidence confidence() {
    try {
      return Confidence.of(text("confidence"));
    } catch (IllegalArgumentException e) {
      throw fault(e.getMessage());
    }
  }

  IllegalStateException fault(String what) {
    return new IllegalStateException(
        "rules/%s, record %d: %s".formatted(file, values.getRecordNumber(), what));
  }
}
