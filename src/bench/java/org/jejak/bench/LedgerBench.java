package org.jejak.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the ledger costs: the same notes with it and as rows alone, the way to the signed
 * checkpoint, and all of it again while the log grows.
 *
 * <p>Runs on a copy of the build to which {@code src/bench/server} was added: a call that writes
 * the rows alone. The product has no such switch.
 */
final class LedgerBench {
  private static final int MOST_CLIENTS = 32;
  private static final int SINGLE_ACTS = 200;
  private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"([^\"]+)\"");
  private static final String TEXT = "Hasil telaah awal dicatat agar tidak hilang. ".repeat(22);

  private final Server server;
  private final Site site;
  private final Database database;
  private final Duration time;
  private final List<Figure> figures = new ArrayList<>();
  private String token;
  private List<String> cases;

  LedgerBench(Server server, Duration time) throws Exception {
    this.server = server;
    this.site = new Site(server.url());
    this.database = new Database(server.data());
    this.time = time;
  }

  /**
   * Measures everything.
   *
   * @param idle how long nothing happens before the one act after it
   * @param sizes how many entries the log has, each time, in rising order
   */
  List<Figure> measure(Duration idle, List<Long> sizes) throws Exception {
    makeBareTable();
    token = site.token("investigator", "jejak-demo");
    cases = openCases();
    withAndWithout();
    toCheckpoint("note to checkpoint, alone", 1);
    underLoad();
    if (!idle.isZero()) {
      Thread.sleep(idle);
      toCheckpoint("note to checkpoint, after idling", 1);
    }
    BigLog log = new BigLog(database, server.data().resolve("keys/records.key"));
    Verifying verifying = new Verifying(site, server.data());
    for (long size : sizes) {
      grow(log, size);
      costs(size);
      verifying.measure(size).forEach(this::tell);
    }
    return figures;
  }

  private void makeBareTable() throws Exception {
    database.run(
        "create sequence bare_note_seq increment by 50 start with 50",
        "create table bare_note (id bigint primary key, case_number text not null, no int not null,"
            + " text text not null, author text not null, written_at timestamptz not null,"
            + " version bigint not null, unique (case_number, no))",
        "grant select, insert on bare_note to jejak_app",
        "grant usage, select on bare_note_seq to jejak_app");
  }

  /** One for each client, as two who write into one case wait for each other. */
  private List<String> openCases() throws Exception {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < MOST_CLIENTS; i++) {
      HttpResponse<String> opened =
          site.act(
              "/api/v1/cases",
              """
              {"title":"Perkara untuk pengukuran","allegation":"Perkara yang dibuka agar pengukuran \
              mempunyai tempat menulis.","happenedFrom":"2026-02-03",\
              "subjects":[{"name":"Orang Contoh","norms":["KE-06"]}]}""",
              token);
      Matcher number = NUMBER.matcher(opened.body());
      if (opened.statusCode() != 201 || !number.find()) {
        throw new IllegalStateException("no case was opened: " + opened.body());
      }
      numbers.add(number.group(1));
    }
    return numbers;
  }

  private void withAndWithout() throws Exception {
    Load.run("warm-up", 8, time.dividedBy(2), clients("/api/v1/cases/"));
    Load.run("warm-up", 8, time.dividedBy(2), clients("/api/v1/bench/cases/"));
    Figure before = null;
    for (int clients : new int[] {1, 8, 32}) {
      Figure bare = Load.run("note, rows alone", clients, time, clients("/api/v1/bench/cases/"));
      Figure whole = Load.run("note, with the ledger", clients, time, clients("/api/v1/cases/"));
      tell(bare);
      tell(whole.against(bare));
      if (before != null) {
        tell(whole.against(before).called("note, against fewer clients"));
      }
      before = whole;
    }
  }

  private Callable<Load.Request> clients(String base) {
    AtomicInteger next = new AtomicInteger();
    return () -> {
      String path = base + cases.get(next.getAndIncrement()) + "/notes";
      return () -> site.act(path, note(), token).statusCode() == 200;
    };
  }

  private static String note() {
    return "{\"text\":\"" + TEXT + UUID.randomUUID() + "\"}";
  }

  /** From the answer that a note is committed until outsiders see a checkpoint that holds it. */
  private void toCheckpoint(String name, int clients) throws Exception {
    List<Long> nanos = new ArrayList<>();
    int acts = clients == 1 ? 20 : 100;
    for (int i = 0; i < acts; i++) {
      long before = site.published();
      if (site.act("/api/v1/cases/" + cases.get(0) + "/notes", note(), token).statusCode() != 200) {
        throw new IllegalStateException("a note was refused");
      }
      long committed = System.nanoTime();
      long wanted = clients == 1 ? before + 1 : newest();
      while (site.published() < wanted) {
        Thread.onSpinWait();
      }
      nanos.add(System.nanoTime() - committed);
      Thread.sleep(ThreadLocalRandom.current().nextInt(50, 250));
    }
    tell(Figure.of(name, clients, nanos.stream().mapToLong(Long::longValue).toArray(), 0, 0));
  }

  /** How many entries are committed now: the one in question is among them. */
  private long newest() throws Exception {
    return database.number("select count(*) from ledger_entry where log = 'records'");
  }

  private void underLoad() throws Exception {
    Thread load =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Figure unused =
                        Load.run("load", 7, Duration.ofSeconds(25), clients("/api/v1/cases/"));
                  } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                  }
                });
    toCheckpoint("note to checkpoint, under load", 8);
    load.join();
  }

  private void grow(BigLog log, long size) throws Exception {
    System.err.printf("Growing the log to %,d entries%n", size);
    log.growTo(size);
    while (site.published() < size) {
      Thread.sleep(500);
    }
    database.run("checkpoint");
    site.awaitSearch(token);
  }

  private void costs(long size) throws Exception {
    String auditor = site.token("auditor", "jejak-demo");
    String cookies = site.signIn("investigator", "jejak-demo");
    String chain = cases.get(1);
    once(
        "an act at " + shortly(size),
        () -> site.act("/api/v1/cases/" + chain + "/notes", note(), token));
    once(
        "a proof at " + shortly(size),
        () ->
            site.get(
                "/api/v1/ledger/entries/" + ThreadLocalRandom.current().nextLong(size), auditor));
    String closed = cases.get(MOST_CLIENTS - 1);
    once("a case with its seal at " + shortly(size), () -> site.page("/cases/" + closed, cookies));
  }

  /** Something that is asked for. */
  private interface Asked {
    HttpResponse<String> send() throws Exception;
  }

  private void once(String name, Asked asked) throws Exception {
    long[] nanos = new long[SINGLE_ACTS];
    long errors = 0;
    for (int i = -20; i < SINGLE_ACTS; i++) {
      long begin = System.nanoTime();
      boolean well = asked.send().statusCode() == 200;
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begin;
        errors += well ? 0 : 1;
      }
    }
    tell(Figure.of(name, 1, nanos, errors, 0));
  }

  private void tell(Figure figure) {
    Table.row(figure);
    figures.add(figure);
  }

  private static String shortly(long size) {
    return size >= 1_000_000 ? size / 1_000_000 + " M" : size / 1000 + " k";
  }
}
