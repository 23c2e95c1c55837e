package org.jejak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents that cannot lie: settings, scripts and links that are really there. */
class DocsTest {
  private static final Pattern INJECTED =
      Pattern.compile(
          "@ConfigProperty\\(\\s*name = \"([^\"]+)\"(?:,\\s*defaultValue =\\s*\"([^\"]*)\")?");
  private static final Pattern LAUNCHERS =
      Pattern.compile("settings\\s*\\.get\\(\"(jejak\\.[^\"]+)\"\\)");
  private static final Pattern SHOWN = Pattern.compile("(?m)^#?(jejak\\.[^=\\s]+)=(.*)$");
  private static final Pattern SCRIPT = Pattern.compile("scripts/([a-z]+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  private static Map<String, String> settingsOf(Map<Path, String> sources) {
    Map<String, String> settings = new TreeMap<>();
    for (String text : sources.values()) {
      for (MatchResult found : INJECTED.matcher(text).results().toList()) {
        settings.put(found.group(1), found.group(2) == null ? "" : found.group(2));
      }
      Sources.all(LAUNCHERS, text).forEach(key -> settings.putIfAbsent(key, ""));
    }
    return settings;
  }

  private static Map<String, String> documented(String file) {
    return SHOWN
        .matcher(file)
        .results()
        .collect(
            Collectors.toMap(
                found -> found.group(1), found -> found.group(2), (a, b) -> a, TreeMap::new));
  }

  private static Map<Path, String> documents() {
    Map<Path, String> documents = new TreeMap<>(Sources.below("src/site/markdown", ".md"));
    if (Files.exists(Path.of("README.md"))) {
      documents.put(Path.of("README.md"), Sources.read(Path.of("README.md")));
    }
    return documents;
  }

  /** Scripts named in the text that are not there. */
  private static List<String> missingScripts(String text) {
    return Sources.all(SCRIPT, text).stream()
        .filter(name -> !Files.exists(Path.of("scripts", name)))
        .distinct()
        .toList();
  }

  /** Relative links of a document that lead nowhere. */
  private static List<String> deadLinks(Path document, String text) {
    Path folder = document.getParent() == null ? Path.of("") : document.getParent();
    return Sources.all(LINK, text).stream()
        .filter(link -> !link.startsWith("/") && !link.isBlank())
        .filter(link -> !Files.exists(folder.resolve(link)))
        .filter(link -> !Files.exists(folder.resolve(link.replace(".html", ".md"))))
        .toList();
  }

  @Test
  void everySettingIsDocumentedWithItsDefaultAndNoneIsInvented() {
    String file = Sources.read(Path.of("config/jejak.properties"));
    assertThat(documented(file)).isEqualTo(settingsOf(Sources.below("src/main/java", ".java")));
  }

  @Test
  void aSettingThatIsNotDocumentedIsNoticed() {
    Map<Path, String> source =
        Map.of(
            Path.of("A.java"),
            "@ConfigProperty(\n      name = \"jejak.a\", defaultValue = \"1\") settings.get(\"jejak.b\")");
    assertThat(settingsOf(source)).isEqualTo(Map.of("jejak.a", "1", "jejak.b", ""));
    assertThat(documented("# meaning\n#jejak.a=1\njejak.c=2\n"))
        .isEqualTo(Map.of("jejak.a", "1", "jejak.c", "2"));
  }

  @Test
  void everySettingHasAMeaning() {
    List<String> bare = new ArrayList<>();
    String before = "";
    for (String line : Sources.read(Path.of("config/jejak.properties")).split("\n")) {
      boolean setting = SHOWN.matcher(line).matches();
      if (setting && !before.startsWith("#")) {
        bare.add(line);
      }
      before = line;
    }
    assertThat(bare).isEmpty();
  }

  @Test
  void everyScriptThatADocumentNamesIsThere() {
    documents()
        .forEach((file, text) -> assertThat(missingScripts(text)).as(file.toString()).isEmpty());
    assertThat(missingScripts("call scripts/format or scripts/nowhere")).containsExactly("nowhere");
  }

  @Test
  void everyScriptExplainsItself() throws IOException {
    try (Stream<Path> scripts = Files.list(Path.of("scripts"))) {
      for (Path script : scripts.filter(Files::isRegularFile).toList()) {
        if (Files.isExecutable(script)) {
          assertThat(Sources.read(script)).as(script.toString()).contains("--help");
        }
      }
    }
  }

  @Test
  void everyLinkLeadsSomewhere() {
    documents()
        .forEach((file, text) -> assertThat(deadLinks(file, text)).as(file.toString()).isEmpty());
    assertThat(deadLinks(Path.of("README.md"), "[a](pom.xml) [b](no/where.md) [c](https://x.id)"))
        .containsExactly("no/where.md");
  }
}
