package org.jejak.web.intake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jejak.intake.InboxCode;
import org.jejak.intake.IntakeKeys;
import org.jejak.intake.Statement;

/**
 * A report that is being written: everything typed so far, the code that will open its inbox, and
 * when it was begun. It exists only in the reporter's browser.
 */
final class ReportForm {
  static final int LAST_STEP = 5;
  private static final String PURPOSE = "report";
  private static final String CODE = "-code";
  private static final String BEGUN = "-begun";

  /** A form left open longer than this is looked at again before it goes on. */
  private static final Duration FRESH = Duration.ofHours(12);

  private static final List<String> WHAT =
      List.of("allegation", "day", "month", "year", "ongoing", "place", "unit");
  private static final List<String> EVIDENCE = List.of("evidence");
  private static final List<String> WHO_REPORTS =
      List.of("named", "reporter-name", "reporter-contact");
  private static final List<String> CHECK = List.of("kept");

  private final Map<String, String> values = new TreeMap<>();

  private ReportForm() {}

  static ReportForm begin(Instant now) {
    ReportForm form = new ReportForm();
    form.values.put(CODE, InboxCode.random().shown());
    form.renew(now);
    return form;
  }

  /** The form as it was sealed into the page; empty where that is not ours. */
  static Optional<ReportForm> open(IntakeKeys keys, String sealed) {
    return keys.openForm(PURPOSE, sealed == null ? "" : sealed).map(ReportForm::read);
  }

  private static ReportForm read(String json) {
    ReportForm form = new ReportForm();
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      object.forEach((name, value) -> form.values.put(name, ((JsonString) value).getString()));
    }
    return form;
  }

  /** Everything but what the page's own fields show, which come back by themselves. */
  String seal(IntakeKeys keys, int shown) {
    List<String> inFields = fields(shown);
    JsonObjectBuilder json = Json.createObjectBuilder();
    values.forEach(
        (name, value) -> {
          if (!inFields.contains(name)) {
            json.add(name, value);
          }
        });
    return keys.sealForm(PURPOSE, json.build().toString());
  }

  /** Takes over what was typed into the fields of this step. */
  void take(int step, UnaryOperator<String> parameter) {
    for (String field : fields(step)) {
      String typed = parameter.apply(field);
      if (typed == null || typed.isEmpty()) {
        values.remove(field);
      } else {
        values.put(field, typed);
      }
    }
  }

  void renew(Instant now) {
    values.put(BEGUN, Long.toString(now.getEpochSecond()));
  }

  boolean isStale(Instant now) {
    return Instant.ofEpochSecond(Long.parseLong(values.get(BEGUN))).plus(FRESH).isBefore(now);
  }

  InboxCode code() {
    return InboxCode.parse(values.get(CODE));
  }

  /** What was typed into this field; empty where nothing was. */
  String typed(String field) {
    return values.getOrDefault(field, "");
  }

  Map<String, String> typed() {
    return values;
  }

  /** How many people were named so far, empty lines between them counted. */
  int persons() {
    return IntStream.range(0, Statement.PERSONS)
        .filter(i -> personFields(i).anyMatch(field -> !typed(field).isBlank()))
        .map(i -> i + 1)
        .max()
        .orElse(0);
  }

  private static List<String> fields(int step) {
    return switch (step) {
      case 1 -> WHAT;
      case 2 ->
          IntStream.range(0, Statement.PERSONS).boxed().flatMap(ReportForm::personFields).toList();
      case 3 -> EVIDENCE;
      case 4 -> WHO_REPORTS;
      case LAST_STEP -> CHECK;
      default -> List.of();
    };
  }

  private static Stream<String> personFields(int i) {
    return Stream.of("name" + i, "position" + i, "nip" + i);
  }
}
