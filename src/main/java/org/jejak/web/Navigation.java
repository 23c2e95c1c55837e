package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;

/**
 * Where the one who is signed in can go: the entries of each of their roles, joined in the order of
 * the table, at most six in sight.
 */
@Named("navigation")
@RequestScoped
public class Navigation {
  private static final int IN_SIGHT = 6;
  private static final int AT_THE_THUMB = 4;

  private static final Place HOME = new Place("/home", "nav.home", "home");
  private static final Place TRIAGE = new Place("/cases/triage", "nav.triage", "filter");
  private static final Place CASES = new Place("/cases", "nav.cases", "folder");
  private static final Place DECISIONS = new Place("/cases", "nav.decisions", "hammer");
  private static final Place REVIEWS = new Place("/declarations/reviews", "nav.reviews", "inbox");
  private static final Place DECLARATIONS =
      new Place("/declarations", "nav.declarations", "file-edit");
  private static final Place FIGURES = new Place("/insight", "nav.figures", "chart-bar");
  private static final Place LEDGER = new Place("/ledger", "nav.ledger", "shield");
  private static final Place ACCESS = new Place("/ledger/access", "nav.access", "eye");
  private static final Place YEARS = new Place("/ledger/access/years", "nav.years", "calendar");
  private static final Place ERASURES = new Place("/erasures", "nav.erasures", "trash");
  private static final Place PEOPLE = new Place("/admin/people", "nav.people", "users");
  private static final Place UNITS = new Place("/admin/units", "nav.units", "sitemap");
  private static final Place ACCOUNTS = new Place("/admin/accounts", "nav.accounts", "key");
  private static final Place REPORT = new Place("/report", "nav.report", "megaphone");
  private static final Place SEARCH = new Place("/search", "nav.search", "search");

  /** What each role adds; the order of the lines is the order on the page. */
  private static final Map<Role, List<Place>> TABLE = new LinkedHashMap<>();

  static {
    TABLE.put(Role.INVESTIGATOR, List.of(HOME, TRIAGE, CASES));
    TABLE.put(Role.EXAMINER, List.of(HOME, CASES));
    TABLE.put(Role.ETHICS_COUNCIL, List.of(HOME, CASES));
    TABLE.put(Role.AUTHORITY, List.of(HOME, DECISIONS));
    TABLE.put(Role.PERSONNEL, List.of(HOME, CASES));
    TABLE.put(Role.LEADERSHIP, List.of(HOME, FIGURES));
    TABLE.put(Role.AUDITOR, List.of(HOME, LEDGER, ACCESS));
    TABLE.put(Role.ADMINISTRATOR, List.of(HOME, PEOPLE, UNITS, ACCOUNTS, YEARS));
    TABLE.put(Role.CUSTODIAN, List.of(HOME, ERASURES));
    TABLE.put(Role.SUPERIOR, List.of(HOME, REVIEWS, DECLARATIONS));
    TABLE.put(Role.ASN, List.of(HOME, DECLARATIONS, REPORT));
  }

  @Inject HttpServletRequest request;
  @Inject Language language;
  @Inject Addresses addresses;
  @Inject Roles roles;
  @Inject @Any Instance<Waiting> waiting;

  private List<Entry> all;

  private record Place(String path, String key, String icon) {}

  /**
   * One entry.
   *
   * @param current whether the page is this place or below it
   * @param waiting how much waits; {@code null} where nothing does
   */
  public record Entry(
      String path, String key, String icon, boolean current, Waiting.Count waiting) {}

  /** The entries in sight. */
  public List<Entry> getEntries() {
    List<Entry> entries = all();
    return entries.size() <= IN_SIGHT ? entries : entries.subList(0, IN_SIGHT - 1);
  }

  /** The entries under "Lainnya". */
  public List<Entry> getRest() {
    List<Entry> entries = all();
    return entries.size() <= IN_SIGHT ? List.of() : entries.subList(IN_SIGHT - 1, entries.size());
  }

  /** The phone's bar: the first places, and search. */
  public List<Entry> getThumb() {
    List<Entry> entries = all();
    List<Entry> thumb =
        new ArrayList<>(entries.subList(0, Math.min(entries.size(), AT_THE_THUMB - 1)));
    thumb.add(entry(SEARCH, null, Map.of()));
    return thumb;
  }

  /** What the phone shows under "Lainnya". */
  public List<Entry> getBeyondThumb() {
    List<Entry> entries = all();
    return entries.subList(Math.min(entries.size(), AT_THE_THUMB - 1), entries.size());
  }

  private List<Entry> all() {
    if (all == null) {
      Map<String, Place> places = places(roles.mine()::contains);
      String here = language.path().substring(request.getContextPath().length());
      String nearest =
          places.keySet().stream()
              .filter(path -> here.equals(path) || here.startsWith(path + "/"))
              .max(java.util.Comparator.comparingInt(String::length))
              .orElse(null);
      Map<String, Waiting.Count> counts = new HashMap<>();
      for (Waiting feature : waiting) {
        if (places.containsKey(feature.path())) {
          counts.put(feature.path(), feature.count());
        }
      }
      all = places.values().stream().map(place -> entry(place, nearest, counts)).toList();
    }
    return all;
  }

  /** One place for each path, in the order of the table. */
  private Map<String, Place> places(Predicate<Role> has) {
    Map<String, Place> places = new LinkedHashMap<>();
    places.put(HOME.path(), HOME);
    TABLE.forEach(
        (role, added) -> {
          if (has.test(role)) {
            added.stream()
                .filter(place -> addresses.target(place.path()).isPresent())
                .forEach(place -> places.putIfAbsent(place.path(), place));
          }
        });
    return places;
  }

  private Entry entry(Place place, String nearest, Map<String, Waiting.Count> counts) {
    Waiting.Count count = counts.getOrDefault(place.path(), Waiting.Count.NOTHING);
    return new Entry(
        request.getContextPath() + place.path(),
        place.key(),
        place.icon(),
        place.path().equals(nearest),
        count.count() == 0 ? null : count);
  }
}
