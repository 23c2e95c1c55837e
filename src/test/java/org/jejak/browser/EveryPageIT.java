package org.jejak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Follows every link that each kind of user can reach, one page of each sort, in both languages:
 * axe finds nothing serious, the browser complains of nothing, no word is missing, and nothing has
 * to be scrolled sideways on a phone.
 */
@ExtendWith(Chromium.class)
class EveryPageIT {
  private static final int MOST_PAGES = 30;

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "-, id",
    "-, en",
    "investigator, id",
    "investigator, en",
    "pejabat, id",
    "pejabat, en",
    "asn, id",
    "asn, en",
    "atasan, id",
    "atasan, en",
    "pimpinan, id",
    "pimpinan, en",
    "auditor, id",
    "auditor, en",
    "admin, id",
    "admin, en",
    "kustodian, id",
    "kustodian, en"
  })
  void isReadByEverybody(String user, String language) {
    List<String> faults = new ArrayList<>();
    try (Browser desk = Browser.open();
        Browser phone = Browser.open().phone()) {
      for (Browser browser : List.of(desk, phone)) {
        if (!user.equals("-")) {
          browser.as(user);
        }
      }
      for (String path : walk(desk, user, language, faults)) {
        if (phone.go(path).scrollsSideways()) {
          faults.add(path + " must be scrolled sideways on a phone");
        }
        phone.picture("phone-" + user + "-" + language + path.replaceAll("[/?=&]+", "-"));
      }
    }
    assertThat(faults).isEmpty();
  }

  /** The pages that were looked at. */
  private static List<String> walk(
      Browser browser, String user, String language, List<String> faults) {
    Deque<String> open = new ArrayDeque<>(List.of(start(user) + "?lang=" + language));
    Set<String> sorts = new HashSet<>();
    List<String> seen = new ArrayList<>();
    List<String> before = browser.complaints();
    assertThat(before).as("complaints while signing in").isEmpty();
    while (!open.isEmpty() && seen.size() < MOST_PAGES) {
      String path = open.poll();
      if (!sorts.add(sort(path))) {
        continue;
      }
      browser.go(path);
      seen.add(path);
      look(browser, path, language, faults);
      browser.picture("desk-" + user + "-" + language + path.replaceAll("[/?=&]+", "-"));
      browser.links().stream().filter(EveryPageIT::isPage).forEach(open::add);
    }
    return seen;
  }

  private static void look(Browser browser, String path, String language, List<String> faults) {
    browser.graveFindings().forEach(finding -> faults.add(path + " " + finding));
    browser.complaints().forEach(complaint -> faults.add(path + " " + complaint));
    if (browser.words().contains("???") || browser.title().contains("???")) {
      faults.add(path + " lacks a word in " + language);
    }
    if (!browser.shows("html[lang=" + language + "]")) {
      faults.add(path + " is not in " + language);
    }
    if (!browser.shows("main h1")) {
      faults.add(path + " has no heading");
    }
  }

  private static String start(String user) {
    return user.equals("-") ? "/" : "/home";
  }

  /** A page of ours: no file, no part of a page, no way out, no change of language. */
  private static boolean isPage(String link) {
    return link.startsWith("/")
        && !link.contains("lang=")
        && !link.contains("#")
        && !link.startsWith("/log/")
        && !link.startsWith("/sign-out")
        && !link.equals("/verify/offline") // a file to download
        && !link.contains("/resources/")
        && !link.contains("/jakarta.faces.resource/");
  }

  /** Two cases are one sort of page; so are two pages of one list. */
  private static String sort(String path) {
    return path.replaceAll("\\?.*", "")
        .replaceAll("/(D-|L-|R-)?[0-9]{4}-[0-9A-Z]{6}", "/*")
        .replaceAll("/(D|L|R)-[0-9A-Z-]+", "/*")
        .replaceAll("/[0-9A-Z]{26}", "/*")
        .replaceAll("/[0-9]+", "/*");
  }
}
