package org.jejak.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThemeTest {
  private static final Path OURS = Path.of("src/main/webapp/resources/jejak/jejak.css");

  private static String sagaBlue() throws IOException {
    try (InputStream css =
        ThemeTest.class.getResourceAsStream("/META-INF/resources/primefaces-saga-blue/theme.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void noLiteralColourIsLeftInTheTheme() throws IOException {
    Theme theme = new Theme();
    String css = theme.dress(sagaBlue());
    assertThat(theme.left()).isEmpty();
    assertThat(css).doesNotContainPattern("#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?[;}!\\s,]");
  }

  @Test
  void aColourThatTheTableDoesNotKnowIsNamed() {
    Theme theme = new Theme();
    String css = theme.dress(".a{color:#123456;background:#fff}");
    assertThat(theme.left()).containsExactly("ink #123456");
    assertThat(css).isEqualTo(".a{color:#123456;background:var(--j-surface)}");
  }

  @Test
  void theSameColourIsPaperOrInkByItsProperty() {
    assertThat(new Theme().dress("a{color:#fff;background-color:#fff;border:1px solid #fff}"))
        .isEqualTo(
            "a{color:var(--j-white);background-color:var(--j-surface);"
                + "border:1px solid var(--j-surface)}");
  }

  @Test
  void everyTokenThatIsUsedIsDeclared() throws IOException {
    String ours = Files.readString(OURS);
    TreeSet<String> declared = new TreeSet<>();
    Pattern.compile("(--j-[a-z0-9-]+):")
        .matcher(ours)
        .results()
        .forEach(m -> declared.add(m.group(1)));
    TreeSet<String> used = new TreeSet<>();
    Pattern.compile("var\\((--j-[a-z0-9-]+)\\)")
        .matcher(ours + new Theme().dress(sagaBlue()))
        .results()
        .forEach(m -> used.add(m.group(1)));
    assertThat(declared).containsAll(used);
  }

  @Test
  void theOwnStyleSheetIsSmallAndHasLiteralColoursOnlyAsTokens() throws IOException {
    assertThat(Files.size(OURS)).isLessThanOrEqualTo(30 * 1024);
    String rules = Files.readString(OURS).replaceAll("--j-[a-z0-9-]+:[^;]*;", "");
    assertThat(rules).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\s*[;}]|rgba?\\(");
  }
}
