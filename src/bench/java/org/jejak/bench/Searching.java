package org.jejak.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Searches through REST: single words, two words, a phrase, a beginning, a number. */
final class Searching implements Benchmark {
  private static final List<String> WORDS =
      List.of(
          "pungutan",
          "tidak masuk kerja",
          "\\\"jam kerja\\\"",
          "hadiah | gratifikasi",
          "perizin*",
          "kepala dinas",
          "2026-7K3QXM",
          "anggaran perjalanan dinas");

  @Override
  public List<Figure> measure(Site site, Duration time) throws Exception {
    String token = site.token("investigator", "jejak-demo");
    AtomicInteger turn = new AtomicInteger();
    Load.Request search =
        () -> {
          String words = WORDS.get(Math.floorMod(turn.getAndIncrement(), WORDS.size()));
          String body = "{\"q\":\"%s\"}".formatted(words);
          return site.ask("/api/v1/search", body, token).statusCode() == 200;
        };
    Load.run("warm-up", 2, time.dividedBy(2), () -> search);
    List<Figure> figures = new ArrayList<>();
    for (int clients : new int[] {1, 8}) {
      Figure figure = Load.run("search", clients, time, () -> search);
      figures.add(figures.isEmpty() ? figure : figure.against(figures.getLast()));
    }
    return figures;
  }
}
