package org.jejak.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.TheServer;
import org.junit.jupiter.api.Test;

/** The figures against the tables they are counted from, and the pages of the leadership. */
class InsightIT {
  private static final Pattern CELL =
      Pattern.compile("<td class=\"number\">\\s*([0-9.]+)\\s*</td>");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

  private final TheServer server = TheServer.demo();
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Test
  void theFiguresAreThoseOfTheFilesThemselves() throws Exception {
    awaitCounted();
    assertThat(number("select sum(n) from insight_count where measure = 'OPENED'"))
        .isEqualTo(
            number("select count(*) from case_file")
                + number("select count(*) from declaration where kind = 'ACTUAL'"));
    assertThat(number("select sum(n) from insight_count where measure = 'OPENED_UNIT'"))
        .isEqualTo(number("select sum(n) from insight_count where measure = 'OPENED'"));
    for (String stage : List.of("OPEN", "EXAMINATION", "CONCLUDED", "CLOSED")) {
      assertThat(
              number(
                  "select coalesce(sum(n), 0) from insight_count where measure = 'STAGE'"
                      + " and part = '"
                      + stage
                      + "'"))
          .as(stage)
          .isEqualTo(number("select count(*) from case_file where stage = '" + stage + "'"));
    }
    assertThat(
            number(
                "select coalesce(sum(n), 0) from insight_count where measure = 'OUTCOME'"
                    + " and part in ('NOT_PROVEN', 'MORAL_SANCTION', 'DISCIPLINE_SANCTION')"))
        .isEqualTo(number("select count(*) from case_matter where outcome is not null"));
    assertThat(number("select coalesce(sum(n), 0) from insight_count where measure = 'YEARLY'"))
        .isEqualTo(number("select count(*) from declaration where kind = 'YEARLY'"));
  }

  @Test
  void countedAnewTheFiguresAreTheSame() throws Exception {
    awaitCounted();
    Map<String, Long> before = counts();
    try (Connection database = server.database()) {
      database.createStatement().executeUpdate("update insight_place set shape = 0");
    }
    await("select count(*) from insight_place where shape <> 0", 1);
    awaitCounted();
    Map<String, Long> after = counts();
    after.forEach(
        (figure, n) -> assertThat(n).as(figure).isEqualTo(before.getOrDefault(figure, n)));
    assertThat(after.keySet()).containsAll(before.keySet());
  }

  @Test
  void noPageShowsAGroupOfOneToFour() throws Exception {
    signIn("pimpinan");
    for (String period :
        List.of("", "?period=2025", "?period=2025-H1", "?period=2025-Q3", "?period=2025-07")) {
      HttpResponse<String> page = get("insight" + period);
      assertThat(page.statusCode()).as(period).isEqualTo(200);
      List<Long> figures =
          CELL.matcher(page.body())
              .results()
              .map(cell -> Long.parseLong(cell.group(1).replace(".", "")))
              .toList();
      assertThat(figures).as(period).allMatch(figure -> figure == 0 || figure >= 5);
    }
  }

  @Test
  void onlyTheLeadershipSeesFigures() throws Exception {
    signIn("asn");
    assertThat(get("insight").statusCode()).isEqualTo(403);
    assertThat(get("insight/report/R-0000-0000").statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsNoPeriodIsSaidInASentence() throws Exception {
    signIn("pimpinan");
    HttpResponse<String> page = get("insight?period=2026-13");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("2026-13").contains("2026-Q3").doesNotContain("Exception");
  }

  @Test
  void aReportIsFrozenRecordedAndKnowsWhenItWasChanged() throws Exception {
    awaitCounted();
    signIn("pimpinan");
    String page = get("insight?period=2025").body();
    HttpResponse<String> issued = post("insight?period=2025", form(page));
    assertThat(issued.statusCode()).as(issued.body()).isEqualTo(302);
    String number = issued.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    HttpResponse<String> report = get("insight/report/" + number);
    assertThat(report.statusCode()).isEqualTo(200);
    String hash = text("select hash from integrity_report where number = '" + number + "'");
    assertThat(report.body()).contains(number, hash, "OPENED_UNIT").doesNotContain("id=\"broken\"");
    assertThat(
            text(
                "select convert_from(bytes, 'UTF8') from ledger_entry where case_ref ="
                    + " (select handle from integrity_report where number = '"
                    + number
                    + "')"))
        .contains("insight.report-issued/1", hash, "\"period\":\"2025\"");
    behindTheBack(number, "2025", "2024");
    assertThat(get("insight/report/" + number).body()).contains("id=\"broken\"");
    behindTheBack(number, "2024", "2025");
    assertThat(get("insight/report/" + number).body()).doesNotContain("id=\"broken\"");
  }

  /** As somebody with all rights does it, and puts the triggers back as they were. */
  private void behindTheBack(String number, String was, String is) throws Exception {
    try (Connection database = server.database();
        var statement = database.createStatement()) {
      statement.execute("alter table integrity_report disable trigger user");
      statement.executeUpdate(
          "update integrity_report set figures = replace(figures, '%s', '%s') where number = '%s'"
              .formatted(was, is, number));
      statement.execute(
          """
          do $$ declare guard name; begin
            for guard in select tgname from pg_trigger
              where tgrelid = 'integrity_report'::regclass and not tgisinternal loop
              execute format('alter table integrity_report enable always trigger %I', guard);
            end loop;
          end $$""");
    }
  }

  private Map<String, Long> counts() throws Exception {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Connection database = server.database();
        ResultSet rows =
            database
                .createStatement()
                .executeQuery(
                    "select measure || ' ' || month || ' ' || part, n from insight_count"
                        + " where month < date_trunc('month', now()) order by 1")) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  private void awaitCounted() throws Exception {
    await(
        "select count(*) from insight_place where position >="
            + " (select max(idx) from ledger_leaf where log = 'records')",
        1);
  }

  private void await(String query, long wanted) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (number(query) != wanted) {
      assertThat(System.nanoTime()).as(query).isLessThan(end);
      Thread.sleep(200);
    }
  }

  private long number(String query) throws Exception {
    return Long.parseLong(text(query));
  }

  private String text(String query) throws Exception {
    try (Connection database = server.database();
        ResultSet row = database.createStatement().executeQuery(query)) {
      assertThat(row.next()).as(query).isTrue();
      return row.getString(1);
    }
  }

  private void signIn(String user) throws Exception {
    Map<String, String> form = form(get("sign-in").body());
    form.put("username", user);
    form.put("password", "jejak-demo");
    form.put("enter", "enter");
    assertThat(post("sign-in", form).statusCode()).isEqualTo(302);
  }

  /** The hidden fields of a page's forms, and the buttons of the one that issues a report. */
  private static Map<String, String> form(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    HIDDEN
        .matcher(page)
        .results()
        .forEach(field -> fields.put(field.group(1), field.group(2).replace("&amp;", "&")));
    fields.put("issue:submit", "issue:submit");
    return fields;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(address(path)).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return browser.send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", server.address().toString().replaceAll("/$", ""))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String path) {
    return server.address().resolve(path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
