package org.jejak.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jejak.base.Refusal;
import org.jejak.search.Kind;
import org.jejak.search.Search;
import org.jejak.search.Snippet;

/** Search for programs. A read in a POST, so that the words stay out of addresses and logs. */
@Path("search")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
  private static final int USUAL_SIZE = 20;

  @Inject Search search;

  /**
   * What is asked.
   *
   * @param kind {@code case}, {@code report} or {@code declaration}; absent means all
   * @param sort {@code best} (default), {@code newest} or {@code oldest}
   * @param page from 1
   * @param size 1 to 200, default 20
   */
  public record Body(
      String q,
      String kind,
      LocalDate from,
      LocalDate to,
      String sort,
      Integer page,
      Integer size) {}

  /**
   * One file.
   *
   * @param snippet plain text, not markup
   * @param marks places in the snippet that were searched for: first character, and after the last
   */
  public record Hit(
      String kind,
      String number,
      String url,
      String title,
      String snippet,
      List<List<Integer>> marks,
      LocalDate date,
      String stage) {}

  /**
   * One page of hits.
   *
   * @param indexIsCurrent false while the index has not read the whole log yet
   */
  public record Answer(
      long total,
      boolean totalIsExact,
      List<Hit> hits,
      Map<String, Map<String, Long>> facets,
      boolean indexIsCurrent) {}

  @POST
  @Call(says = "Finds cases, reports and declarations that the caller may see.")
  public Answer find(Body body) {
    Search.Found found =
        search.run(
            new Search.Request(
                body.q(),
                body.kind() == null
                    ? Set.of()
                    : EnumSet.of(oneOf(Kind.values(), Kind::code, body.kind(), "search.kind")),
                body.from(),
                body.to(),
                body.sort() == null
                    ? null
                    : oneOf(
                        Search.Order.values(), SearchResource::code, body.sort(), "search.sort"),
                body.page() == null ? 1 : body.page(),
                body.size() == null ? USUAL_SIZE : body.size()));
    return new Answer(
        found.total(),
        true,
        found.hits().stream().map(SearchResource::hit).toList(),
        facets(found.facets()),
        found.current());
  }

  /** Stages are written in small letters, as everywhere in REST. */
  private static Map<String, Map<String, Long>> facets(Map<String, Map<String, Long>> found) {
    Map<String, Map<String, Long>> small = new LinkedHashMap<>();
    found.forEach(
        (facet, counts) -> {
          Map<String, Long> lines = new LinkedHashMap<>();
          counts.forEach((value, count) -> lines.put(value.toLowerCase(Locale.ROOT), count));
          small.put(facet, lines);
        });
    return small;
  }

  private static Hit hit(Search.Hit hit) {
    return new Hit(
        hit.kind().code(),
        hit.number(),
        hit.address(),
        hit.title().plain(),
        hit.snippet().plain(),
        marks(hit.snippet()),
        hit.date(),
        hit.stage().toLowerCase(Locale.ROOT));
  }

  private static List<List<Integer>> marks(Snippet snippet) {
    List<List<Integer>> marks = new ArrayList<>();
    int at = 0;
    for (Snippet.Part part : snippet.parts()) {
      int end = at + part.text().length();
      if (part.marked()) {
        marks.add(List.of(at, end));
      }
      at = end;
    }
    return marks;
  }

  private static String code(Search.Order order) {
    return order.name().toLowerCase(Locale.ROOT);
  }

  private static <T> T oneOf(T[] known, Function<T, String> code, String said, String refusal) {
    return Stream.of(known)
        .filter(value -> code.apply(value).equals(said))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid(refusal, "not one of the known words", said));
  }
}
