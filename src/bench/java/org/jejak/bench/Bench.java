package org.jejak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where {@code scripts/bench} begins. */
public final class Bench {
  private static final String USAGE =
      """
      scripts/bench [NAME...] [--url URL] [--seconds N]
      scripts/bench ledger [--seconds N] [--idle MINUTES] [--large]

        filing   reports through REST by 1, 8 and 32 clients; the way to the signed checkpoint
        cases    the case list page of an investigator, by 1 and 8 clients
        search   REST searches of an investigator, by 1 and 8 clients
        ledger   notes with the ledger and as rows alone, by 1, 8 and 32 clients; the way to the
                 signed checkpoint alone, under load and after idling; an act, a proof, a seal and
                 a full verification at 10 thousand and 1 million entries, with --large also at
                 10 million (24 GB of disk)

      Without names: the first three. Without --url a demo agency is started on a temporary data
      folder and ended again. With --url that server is measured; it must be a demo. --seconds is the time
      for each measurement, 10 unless told. Prints a table; each benchmark adds a line to
      target/bench.jsonl. Returns 0 only if no request failed.
      """;

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>();
    String url = null;
    Duration time = Duration.ofSeconds(10);
    Duration idle = Duration.ZERO;
    List<Long> sizes = new ArrayList<>(List.of(10_000L, 1_000_000L));
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--idle" -> idle = Duration.ofMinutes(Long.parseLong(value(arguments, ++i)));
        case "--large" -> sizes.add(10_000_000L);
        case "--url" -> url = value(arguments, ++i);
        case "--seconds" -> time = Duration.ofSeconds(Long.parseLong(value(arguments, ++i)));
        default -> names.add(arguments[i]);
      }
    }
    if (names.equals(List.of("ledger"))) {
      ledger(url, time, idle, sizes);
      return;
    }
    Map<String, Benchmark> known = known();
    List<String> unknown = names.stream().filter(name -> !known.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      leave("No benchmark is called " + unknown.getFirst() + "; see scripts/bench --help");
    }
    if (!names.isEmpty()) {
      known.keySet().retainAll(names);
    }
    boolean clean = true;
    try (Server server = url == null ? Server.start() : Server.at(url)) {
      Table.head();
      for (Map.Entry<String, Benchmark> one : known.entrySet()) {
        List<Figure> figures = one.getValue().measure(new Site(server.url()), time);
        figures.forEach(Table::row);
        clean &= figures.stream().allMatch(figure -> figure.errors() == 0);
        keep(one.getKey(), figures);
      }
    }
    if (!clean) {
      leave("Some requests failed: see the column of errors");
    }
  }

  private static void ledger(String url, Duration time, Duration idle, List<Long> sizes)
      throws Exception {
    if (url != null) {
      leave("The ledger is measured on a server of its own: leave --url out");
    }
    try (Server server = Server.start(List.of("scripts/bench", "--server"))) {
      Table.head();
      List<Figure> figures = new LedgerBench(server, time).measure(idle, sizes);
      keep("ledger", figures);
      if (figures.stream().anyMatch(figure -> figure.errors() > 0)) {
        leave("Some requests failed: see the column of errors");
      }
    }
  }

  private static Map<String, Benchmark> known() {
    Map<String, Benchmark> known = new LinkedHashMap<>();
    known.put("filing", new Filing());
    known.put("cases", new CaseList());
    known.put("search", new Searching());
    return known;
  }

  private static void keep(String name, List<Figure> figures) throws IOException {
    Path file = Path.of("target/bench.jsonl");
    Files.createDirectories(file.getParent());
    String line =
        "{\"benchmark\":\"%s\",\"processors\":%d,\"java\":\"%s\",\"figures\":[%s]}%n"
            .formatted(
                name,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                String.join(",", figures.stream().map(Figure::json).toList()));
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String value(String[] arguments, int i) {
    if (i >= arguments.length) {
      leave(arguments[i - 1] + " needs a value; see scripts/bench --help");
    }
    return arguments[i];
  }

  private static void leave(String why) {
    System.err.println(why);
    System.exit(1);
  }
}
