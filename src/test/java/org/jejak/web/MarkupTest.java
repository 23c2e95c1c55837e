package org.jejak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no page may hold: see pages.md and the security guide. */
class MarkupTest {
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final List<Rule> RULES =
      List.of(
          new Rule("a style of its own", "\\sstyle=\"|<style[\\s>]"),
          new Rule("a script or handler in markup", "<script[\\s>]|\\son[a-z]+=\"(?!#\\{)"),
          new Rule("output that is not escaped", "(?:escape|itemEscape)=\"(?!true)"),
          new Rule("a computed include", "(?:<ui:include[^>]*\\ssrc|\\stemplate)=\"[^\"]*#\\{"),
          new Rule("a tag that the policy breaks", "<f:ajax[\\s>]|<h:commandLink[\\s>]"),
          new Rule(
              "a component that reads badly", "<p:(?:messages|growl|textEditor|captcha)[\\s>]"),
          new Rule("an expression in a script", "<script[^>]*>[^<]*#\\{"));

  private record Rule(String name, Pattern pattern) {
    Rule(String name, String pattern) {
      this(name, Pattern.compile(pattern));
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
    }
  }

  static List<String> faults(String name, String page) {
    String markup = page.replaceAll("(?s)<!--.*?-->", "");
    List<String> faults = new ArrayList<>();
    for (Rule rule : RULES) {
      if (rule.pattern().matcher(markup).find()) {
        faults.add(name + ": " + rule.name());
      }
    }
    String prose = markup.replaceAll("(?s)<code[^>]*>.*?</code>", "");
    String words = prose.replaceAll("(?s)<[^>]*>", "\n").replaceAll("#\\{(?:[^'}]|'[^']*')*}", "");
    Matcher literal = Pattern.compile("\\p{L}{2,}").matcher(words.replaceAll("&[a-z]+;", ""));
    while (literal.find()) {
      if (!List.of("Jejak", "NIP").contains(literal.group())) {
        faults.add(name + ": a literal word, " + literal.group());
      }
    }
    Matcher attribute =
        Pattern.compile("\\s(?:label|title|value|hint|aria-label|placeholder)=\"(\\p{L}[^\"#]*)\"")
            .matcher(markup);
    while (attribute.find()) {
      if (attribute.group(1).matches(".*\\p{Lu}.*|.*\\s.*")
          && !attribute.group(1).matches("[A-Z_0-9]+")) {
        faults.add(name + ": a literal text, " + attribute.group(1));
      }
    }
    return faults;
  }

  @Test
  void pagesHoldNothingThatIsForbidden() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path page : pages()) {
      faults.addAll(faults(PAGES.relativize(page).toString(), read(page)));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theTestBites() {
    assertThat(faults("x", "<p style=\"color:red\"/>")).hasSize(1);
    assertThat(faults("x", "<p onclick=\"go()\"/>")).hasSize(1);
    assertThat(faults("x", "<h:outputText escape=\"false\" value=\"#{x}\"/>")).hasSize(1);
    assertThat(faults("x", "<ui:include src=\"#{x}\"/>")).hasSize(1);
    assertThat(faults("x", "<p>Perkara</p>")).hasSize(1);
    assertThat(faults("x", "<j:field label=\"Nama Anda\"/>")).hasSize(1);
    assertThat(faults("x", "<p>#{text['a.b']} · #{x ? 'ab' : y}</p>")).isEmpty();
  }

  @Test
  void everyPageHasAFrame() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Path page : pages()) {
      String name = PAGES.relativize(page).toString();
      String markup = read(page);
      boolean framed = markup.contains("template=\"/WEB-INF/");
      if (!name.startsWith("WEB-INF") && !framed) {
        bare.add(name);
      }
    }
    assertThat(bare).isEmpty();
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
