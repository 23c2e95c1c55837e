package org.jejak.web.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jejak.search.Kind;
import org.jejak.search.Search;
import org.jejak.web.faces.DayConverter;

/** Page {@code /search.xhtml}. */
@Named("searchPage")
@RequestScoped
public class SearchPage {
  private static final int SIZE = 20;

  @Inject Search search;
  @Inject Searches searches;
  @Inject HttpServletRequest request;

  private String words;
  private Search.Found found;

  /** A choice of the narrowing form or the row of kinds. */
  public record Choice(String value, long count, String path, boolean current) {}

  /** The box of the top bar posts here without a view: keeps the words and goes to the results. */
  public String begin() {
    if (!request.getMethod().equals("POST")) {
      return null;
    }
    words = request.getParameter("q");
    return find();
  }

  /** The button of the page's own form. */
  public String find() {
    search.check(words);
    return "/search?faces-redirect=true&s=" + searches.keep(words.strip());
  }

  public String getWords() {
    if (words == null) {
      words = searches.words(name()).orElse("");
    }
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  /** The name under which the words are kept. */
  public String name() {
    return parameter("s");
  }

  /** Whether there is something to show: the session still knows the words. */
  public boolean isAsked() {
    return searches.words(name()).isPresent();
  }

  /** What was found; asked once for each request. */
  public Search.Found getFound() {
    if (found == null) {
      found =
          search.run(
              new Search.Request(
                  searches.words(name()).orElseThrow(),
                  kinds(),
                  day("from"),
                  day("to"),
                  order(),
                  page(),
                  SIZE));
    }
    return found;
  }

  public List<Choice> getKinds() {
    Map<String, Long> counts = getFound().facets().get("kind");
    return Arrays.stream(Kind.values())
        .map(Kind::code)
        .filter(counts::containsKey)
        .map(
            code ->
                new Choice(
                    code, counts.get(code), with("kind", code), code.equals(parameter("kind"))))
        .toList();
  }

  /** The link that takes the choice of a kind back. */
  public Choice getAllKinds() {
    long all = getFound().facets().get("kind").values().stream().mapToLong(Long::longValue).sum();
    return new Choice("all", all, with("kind", ""), parameter("kind").isEmpty());
  }

  public List<Choice> getOrders() {
    return Arrays.stream(Search.Order.values())
        .map(order -> order.name().toLowerCase(Locale.ROOT))
        .map(code -> new Choice(code, 0, with("sort", code), code.equals(orderCode())))
        .toList();
  }

  public String getFrom() {
    return parameter("from");
  }

  public String getTo() {
    return parameter("to");
  }

  public String getKind() {
    return parameter("kind");
  }

  public String getSort() {
    return parameter("sort");
  }

  public int page() {
    String page = parameter("page");
    return page.matches("[1-9][0-9]?") ? Math.min(Integer.parseInt(page), lastReachable()) : 1;
  }

  /** The pages there are, as far as they can be reached. */
  public int getPages() {
    return Math.clamp((getFound().total() + SIZE - 1) / SIZE, 1, lastReachable());
  }

  public String getPrevious() {
    return page() > 1 ? with("page", Integer.toString(page() - 1)) : null;
  }

  public String getNext() {
    return page() < getPages() ? with("page", Integer.toString(page() + 1)) : null;
  }

  /** A day that cannot be read is no filter, and its field says so. */
  public boolean isFromUnreadable() {
    return !getFrom().isEmpty() && day("from") == null;
  }

  public boolean isToUnreadable() {
    return !getTo().isEmpty() && day("to") == null;
  }

  /** How the stage of a hit looks, in the few looks that stages have. */
  public String stageLook(Search.Hit hit) {
    return switch (hit.stage()) {
      case "OPEN" -> "open";
      case "EXAMINATION" -> "examination";
      case "RECEIVED" -> "received";
      case "REVIEW", "WAITING", "FILED" -> "triage";
      case "CONCLUDED", "DECIDED" -> "decided";
      default -> "closed";
    };
  }

  private static int lastReachable() {
    return Search.REACH / SIZE;
  }

  private Set<Kind> kinds() {
    EnumSet<Kind> chosen = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (kind.code().equals(parameter("kind"))) {
        chosen.add(kind);
      }
    }
    return chosen;
  }

  private Search.Order order() {
    return IntStream.range(0, Search.Order.values().length)
        .mapToObj(i -> Search.Order.values()[i])
        .filter(order -> order.name().equalsIgnoreCase(parameter("sort")))
        .findFirst()
        .orElse(Search.Order.BEST);
  }

  private String orderCode() {
    return order().name().toLowerCase(Locale.ROOT);
  }

  private LocalDate day(String name) {
    return DayConverter.read(parameter(name)).orElse(null);
  }

  private String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** The address of these results with one thing changed; any other change begins at page 1. */
  private String with(String name, String value) {
    StringBuilder path = new StringBuilder("/search?s=").append(encode(name()));
    for (String kept : List.of("kind", "from", "to", "sort", "page")) {
      String now = kept.equals(name) ? value : kept.equals("page") ? "" : parameter(kept);
      if (!now.isEmpty()) {
        path.append('&').append(kept).append('=').append(encode(now));
      }
    }
    return path.toString();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
