package org.jejak.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one table of addresses: which page answers a path, and which path a page has.
 *
 * <p>A page that is not in the table has the path of its file, without the ending; {@code
 * index.xhtml} has its folder's. A page that is in the table is found by its pattern only.
 */
public final class Addresses {
  /** One line a pattern; the names in braces become parameters of the page. Add yours here. */
  private static final List<Pretty> TABLE =
      List.of(
          new Pretty("/cases/triage/{number}", "/cases/triage-report.xhtml"),
          new Pretty("/cases/triage/{number}/open", "/cases/triage-open.xhtml"),
          new Pretty("/cases/{number}", "/cases/file.xhtml"),
          new Pretty("/cases/{number}/assign", "/cases/assign.xhtml"),
          new Pretty("/cases/{number}/matters", "/cases/matters.xhtml"),
          new Pretty("/cases/{number}/notes", "/cases/notes.xhtml"),
          new Pretty("/cases/{number}/findings", "/cases/findings.xhtml"),
          new Pretty("/cases/{number}/submit", "/cases/submit.xhtml"),
          new Pretty("/cases/{number}/decide", "/cases/decide.xhtml"),
          new Pretty("/cases/{number}/dossier", "/cases/dossier.xhtml"),
          new Pretty("/cases/{number}/close", "/cases/close.xhtml"),
          new Pretty("/declarations/{number}", "/declarations/declaration.xhtml"),
          new Pretty("/declarations/{number}/review", "/declarations/review.xhtml"),
          new Pretty("/admin/people/{nip}", "/admin/person.xhtml"),
          new Pretty("/erasures/{number}", "/erasures/erasure.xhtml"),
          new Pretty("/insight/report/{number}", "/insight/report.xhtml"),
          new Pretty("/ledger/access/years/{year}", "/ledger/access/year.xhtml"),
          new Pretty("/ledger/entries/{index}", "/ledger/entry.xhtml"),
          new Pretty("/ledger/cases/{number}", "/ledger/chain.xhtml"));

  /** What is open to people who are not signed in; with everything below it. */
  private static final List<String> OPEN =
      List.of(
          "/report",
          "/inbox",
          "/verify",
          "/ledger/explained",
          "/log",
          "/api",
          "/health",
          "/sign-in",
          "/help",
          "/accessibility",
          "/problem",
          "/csp-reports",
          "/favicon.ico",
          "/robots.txt",
          "/jakarta.faces.resource");

  /** Pages that the server shows by itself and that have no address. */
  private static final String ERRORS = "/errors/";

  private final Set<String> views;

  /**
   * @param views the page files there are, from the root of the application, e.g. {@code
   *     /cases/file.xhtml}
   */
  public Addresses(Set<String> views) {
    this.views = new TreeSet<>(views);
  }

  /**
   * A page and the parameters that its path gives it.
   *
   * @param view the page's file
   */
  public record Target(String view, Map<String, String> parameters) {
    /** The path within the application to forward to. */
    public String forward() {
      return query(view, parameters);
    }
  }

  private record Pretty(String pattern, String view, Pattern path, List<String> names) {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    Pretty(String pattern, String view) {
      this(
          pattern,
          view,
          Pattern.compile(NAME.matcher(pattern).replaceAll("([^/]+)")),
          NAME.matcher(pattern).results().map(found -> found.group(1)).toList());
    }

    Optional<Target> match(String asked) {
      Matcher matcher = path.matcher(asked);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        parameters.put(names.get(i), matcher.group(i + 1));
      }
      return Optional.of(new Target(view, parameters));
    }
  }

  /**
   * The page at a path.
   *
   * @param path decoded, from the root of the application
   */
  public Optional<Target> target(String path) {
    if (path.equals("/")) {
      return plain("/index.xhtml");
    }
    if (path.endsWith("/")
        || path.endsWith("/index")
        || path.contains(".xhtml")
        || path.startsWith(ERRORS)) {
      return Optional.empty();
    }
    return plain(path + ".xhtml")
        .or(() -> plain(path + "/index.xhtml"))
        .or(
            () ->
                TABLE.stream()
                    .filter(pretty -> views.contains(pretty.view()))
                    .flatMap(pretty -> pretty.match(path).stream())
                    .findFirst());
  }

  private Optional<Target> plain(String view) {
    boolean hidden = TABLE.stream().anyMatch(pretty -> pretty.view().equals(view));
    return views.contains(view) && !hidden
        ? Optional.of(new Target(view, Map.of()))
        : Optional.empty();
  }

  /**
   * The address of what Faces wrote as file and query: {@code /cases/file.xhtml?number=X&a=b}
   * becomes {@code /cases/X?a=b}. What is no page of ours is returned as it was.
   *
   * @param written from the root of the application
   */
  public String pretty(String written) {
    int mark = written.indexOf('?');
    String file = mark < 0 ? written : written.substring(0, mark);
    if (!file.endsWith(".xhtml")) {
      return written;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    if (mark >= 0) {
      for (String pair : written.substring(mark + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
      }
    }
    for (Pretty pretty : TABLE) {
      if (pretty.view().equals(file) && parameters.keySet().containsAll(pretty.names())) {
        String path = pretty.pattern();
        for (String name : pretty.names()) {
          path = path.replace("{" + name + "}", parameters.remove(name));
        }
        return raw(path, parameters);
      }
    }
    String path = file.substring(0, file.length() - ".xhtml".length());
    if (path.endsWith("/index")) {
      path = path.length() == "/index".length() ? "/" : path.substring(0, path.length() - 6);
    }
    return raw(path, parameters);
  }

  /** Whether a path may be asked for without being signed in. */
  public static boolean isOpen(String path) {
    return path.equals("/")
        || OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
  }

  /**
   * Whether one may be sent on to this path: within this application, so that a link to our sign-in
   * page cannot end on somebody else's.
   */
  public static boolean isLocal(String next) {
    if (next == null || next.isEmpty() || next.length() > 500 || next.charAt(0) != '/') {
      return false;
    }
    String decoded;
    try {
      decoded = URLDecoder.decode(next, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return false;
    }
    return !decoded.startsWith("//")
        && decoded.indexOf('\\') < 0
        && decoded.chars().noneMatch(c -> c < ' ' || c == 127);
  }

  /** A path with the parameters as its query, encoded. */
  public static String query(String path, Map<String, String> parameters) {
    Map<String, String> encoded = new LinkedHashMap<>();
    parameters.forEach((name, value) -> encoded.put(encode(name), encode(value)));
    return raw(path, encoded);
  }

  private static String raw(String path, Map<String, String> encoded) {
    List<String> pairs = new ArrayList<>();
    encoded.forEach((name, value) -> pairs.add(name + "=" + value));
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
