package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.base.Actor;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Unit;
import org.jejak.identity.Units;
import org.jejak.ledger.Entry;
import org.jejak.ledger.Ledger;
import org.jejak.rules.LawBook;

/**
 * The ledger's own entries of a chain, in plain words.
 *
 * <p>The words of an event are the text {@code event.<name without version>}; {@code {field}} in it
 * is filled from the entry's data: handles by names, codes by what the law calls them, days and
 * constants ({@code <field>.<VALUE>}) by their words.
 */
@RequestScoped
public class Happenings {
  private static final Pattern FIELD = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final Pattern HANDLE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Map<String, String> ICONS =
      Map.ofEntries(
          Map.entry("case.opened", "folder-open"),
          Map.entry("case.investigator-assigned", "user"),
          Map.entry("case.note-added", "pencil"),
          Map.entry("case.note-edited", "pencil"),
          Map.entry("case.finding-recorded", "search"),
          Map.entry("case.submitted", "send"),
          Map.entry("case.matter-decided", "hammer"),
          Map.entry("case.concluded", "check-square"),
          Map.entry("case.closed", "lock"),
          Map.entry("declaration.filed", "file-edit"),
          Map.entry("declaration.decided", "check-circle"),
          Map.entry("declaration.review-passed-on", "arrow-up"),
          Map.entry("report.received", "inbox"),
          Map.entry("report.replied", "envelope"),
          Map.entry("report.answered", "envelope"));

  @Inject Ledger ledger;
  @Inject Words words;
  @Inject Formats formats;
  @Inject Language language;
  @Inject People people;
  @Inject Units units;
  @Inject LawBook law;
  @Inject HttpServletRequest request;

  private final Map<String, String> names = new HashMap<>();

  /** What happened in a chain before its entry {@code beforeSeq}, newest first. */
  public List<Happening> newest(String chain, long beforeSeq, int limit) {
    return ledger.newest(chain, beforeSeq, limit).stream().map(this::happening).toList();
  }

  private Happening happening(Entry entry) {
    String act = entry.act().replaceFirst("/\\d+$", "");
    boolean placed = entry.index() >= 0;
    return new Happening(
        entry.at(),
        ICONS.getOrDefault(act, "circle"),
        sentence(act, entry.data()),
        null,
        who(entry.who()),
        placed ? words.of("common.entry", entry.index()) : words.of("common.entry.waiting"),
        placed ? request.getContextPath() + "/ledger/entries/" + entry.index() : null);
  }

  private String sentence(String act, JsonObject data) {
    String key = "event." + act;
    if (!words.has(key)) {
      return act;
    }
    Matcher fields = FIELD.matcher(words.plain(key));
    String filled =
        fields.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    data.containsKey(found.group(1))
                        ? words(found.group(1), data.get(found.group(1)))
                        : ""));
    return filled.strip().replaceAll("[ .:]+$", "");
  }

  private String words(String field, JsonValue value) {
    return switch (value) {
      case JsonArray list ->
          list.stream().map(each -> words(field, each)).collect(Collectors.joining(", "));
      case JsonString text -> word(field, text.getString());
      default -> word(field, value.toString());
    };
  }

  private String word(String field, String value) {
    String constant = field.toLowerCase(Locale.ROOT) + "." + value;
    if (words.has(constant)) {
      return words.plain(constant);
    }
    if (HANDLE.matcher(value).matches()) {
      return name(value);
    }
    if (DAY.matcher(value).matches()) {
      return formats.dayWords(LocalDate.parse(value));
    }
    Locale locale = language.getLocale();
    return law.norms()
        .named(value)
        .map(norm -> norm.citation())
        .or(() -> law.sanctions().named(value).map(sanction -> sanction.name(locale)))
        .or(() -> law.conflicts().controlNamed(value).map(control -> control.name(locale)))
        .orElse(value);
  }

  private String who(String handle) {
    if (handle.equals(Actor.PUBLIC.handle())) {
      return null;
    }
    return handle.startsWith("system/") ? words.of("common.system") : name(handle);
  }

  private String name(String handle) {
    return names.computeIfAbsent(
        handle,
        unknown -> {
          Optional<String> person = people.byHandle(unknown).map(Person::name);
          return person
              .or(() -> units.byHandle(unknown).map(Unit::name))
              .orElseGet(() -> words.of("common.unnamed"));
        });
  }
}
