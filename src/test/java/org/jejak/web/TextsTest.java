package org.jejak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two languages say the same things, and every word that is used exists. */
class TextsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern PAGE_KEY =
      Pattern.compile("text\\['([^']+)'](?!\\s*\\.)|words\\.of\\('([^']+)'[,)]");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "Refusal\\s*\\.\\s*(?:rule|invalid)\\(\\s*\"([a-z0-9.-]+)\""
              + "|new Refusal\\(\\s*(?:Refusal\\.)?(?:Kind\\.)?[A-Z]+,\\s*\"([a-z0-9.-]+)\"");
  private static final Pattern EVENT = Pattern.compile("@EventName\\(\"([^\"/]+)/\\d+\"\\)");
  private static final Pattern CALLED =
      Pattern.compile("words\\s*\\.of\\(\\s*\"([a-z0-9.-]+)\"[,)]");

  private static Map<String, String> texts(String language) throws IOException {
    Properties properties = new Properties();
    try (var reader =
        Files.newBufferedReader(RESOURCES.resolve("text_" + language + ".properties"))) {
      properties.load(reader);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return texts;
  }

  private static Set<String> found(String folder, String ending, Pattern pattern)
      throws IOException {
    Set<String> found = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      files = walk.filter(file -> file.toString().endsWith(ending)).toList();
    }
    for (Path file : files) {
      Matcher matcher = pattern.matcher(Files.readString(file));
      while (matcher.find()) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
          if (matcher.group(i) != null) {
            found.add(matcher.group(i));
          }
        }
      }
    }
    return found;
  }

  private static Set<String> missing(Set<String> used) throws IOException {
    Set<String> missing = new TreeSet<>(used);
    missing.removeAll(texts("id").keySet());
    return missing;
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    Set<String> indonesian = texts("id").keySet();
    Set<String> english = texts("en").keySet();
    assertThat(indonesian.stream().filter(key -> !english.contains(key))).isEmpty();
    assertThat(english.stream().filter(key -> !indonesian.contains(key))).isEmpty();
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    for (String language : List.of("id", "en")) {
      Map<String, Integer> seen = new HashMap<>();
      for (String line :
          Files.readAllLines(RESOURCES.resolve("text_" + language + ".properties"))) {
        if (!line.startsWith("#") && line.contains("=")) {
          seen.merge(line.substring(0, line.indexOf('=')).strip(), 1, Integer::sum);
        }
      }
      assertThat(seen).as(language).allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
    }
  }

  @Test
  void everyTextCanBeFilledAndHasTheSamePlacesInBothLanguages() throws IOException {
    Map<String, String> english = texts("en");
    List<String> faults = new ArrayList<>();
    texts("id")
        .forEach(
            (key, text) -> {
              String other = english.getOrDefault(key, "");
              if (text.isBlank() || other.isBlank()) {
                faults.add(key + " is empty");
              }
              if (text.contains("'") || other.contains("'")) {
                faults.add(key + " has a straight apostrophe, which is syntax; write ’");
              }
              if (text.contains("{") && !places(text).equals(places(other))) {
                faults.add(key + " fills " + places(text) + " and " + places(other));
              }
            });
    assertThat(faults).isEmpty();
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\w+)").matcher(text);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  /** Sentences of the ledger's entries name their values; all others number them. */
  @Test
  void everySentenceIsWellFormed() throws IOException {
    for (String language : List.of("id", "en")) {
      texts(language)
          .forEach(
              (key, text) -> {
                if (!key.startsWith("event.")) {
                  assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).isNotEmpty();
                }
              });
    }
  }

  @Test
  void everyWordOfAPageExists() throws IOException {
    Set<String> used = found("src/main/webapp", ".xhtml", PAGE_KEY);
    assertThat(used).hasSizeGreaterThan(50);
    assertThat(missing(used)).isEmpty();
  }

  @Test
  void everySentenceThatABeanAsksForExists() throws IOException {
    Set<String> called = found("src/main/java/org/jejak/web", ".java", CALLED);
    assertThat(called).hasSizeGreaterThan(50);
    assertThat(missing(called)).isEmpty();
  }

  @Test
  void everyRefusalHasItsSentence() throws IOException {
    Set<String> keys = new TreeSet<>();
    found("src/main/java", ".java", REFUSAL).stream()
        .filter(key -> !key.endsWith("."))
        .forEach(key -> keys.add("refusal." + key));
    assertThat(keys).hasSizeGreaterThan(3);
    assertThat(missing(keys)).isEmpty();
  }

  @Test
  void everyEventHasItsSentence() throws IOException {
    Set<String> keys = new TreeSet<>();
    found("src/main/java", ".java", EVENT).forEach(key -> keys.add("event." + key));
    assertThat(keys).hasSizeGreaterThan(3);
    assertThat(missing(keys)).isEmpty();
  }
}
