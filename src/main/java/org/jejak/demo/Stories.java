package org.jejak.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The demo's prose and lists, from the tables beside this class. */
final class Stories {
  private static final CSVFormat TABLE =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * One kind of matter, with slots such as {@code {terlapor}} in its prose.
   *
   * @param weight how often it occurs beside the others
   */
  record Story(
      int weight,
      String track,
      String norm,
      String sanction,
      String title,
      String allegation,
      String note,
      String finding,
      String reason) {
    /** The same story with its slots filled. */
    Story told(Map<String, String> slots) {
      return new Story(
          weight,
          track,
          filled(norm, slots),
          sanction,
          filled(title, slots),
          filled(allegation, slots),
          filled(note, slots),
          filled(finding, slots),
          filled(reason, slots));
    }

    private static String filled(String text, Map<String, String> slots) {
      String result = text;
      for (Map.Entry<String, String> slot : slots.entrySet()) {
        result = result.replace("{" + slot.getKey() + "}", slot.getValue());
      }
      return result;
    }
  }

  /** One unit of the agency and how many people work there. */
  record UnitPlan(String code, String name, String kind, int staff) {}

  private final List<Story> stories = new ArrayList<>();
  private final int weights;

  Stories() {
    for (CSVRecord row : table("stories.csv")) {
      stories.add(
          new Story(
              Integer.parseInt(row.get("weight")),
              row.get("track"),
              row.get("norm"),
              row.get("sanction"),
              row.get("title"),
              row.get("allegation"),
              row.get("note"),
              row.get("finding"),
              row.get("reason")));
    }
    weights = stories.stream().mapToInt(Story::weight).sum();
  }

  /** A story drawn by its weight. */
  Story draw(Random random) {
    int at = random.nextInt(weights);
    for (Story story : stories) {
      at -= story.weight();
      if (at < 0) {
        return story;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  static List<UnitPlan> units() {
    return table("units.csv").stream()
        .map(
            row ->
                new UnitPlan(
                    row.get("code"),
                    row.get("name"),
                    row.get("kind"),
                    Integer.parseInt(row.get("staff"))))
        .toList();
  }

  /** Lists of words by kind; places are separated by bars, all else by spaces. */
  static Map<String, List<String>> words() {
    Map<String, List<String>> words = new HashMap<>();
    for (CSVRecord row : table("names.csv")) {
      String values = row.get("values");
      words.put(row.get("kind"), List.of(values.split(values.contains("|") ? "\\|" : " ")));
    }
    return words;
  }

  private static List<CSVRecord> table(String name) {
    try (InputStream in = Stories.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the demo's table " + name + " is missing");
      }
      return TABLE.parse(new InputStreamReader(in, StandardCharsets.UTF_8)).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's table " + name, e);
    }
  }
}
