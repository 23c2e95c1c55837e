package org.jejak.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reports through REST, to the answer that they are committed; then to the signed checkpoint. */
final class Filing implements Benchmark {
  private static final int SINGLE_ACTS = 20;

  @Override
  public List<Figure> measure(Site site, Duration time) throws Exception {
    Load.run("warm-up", 8, time.dividedBy(2), () -> () -> file(site, 0));
    List<Figure> figures = new ArrayList<>();
    for (int clients : new int[] {1, 8, 32}) {
      Figure figure = Load.run("filing", clients, time, () -> () -> file(site, 0));
      figures.add(figures.isEmpty() ? figure : figure.against(figures.getLast()));
    }
    figures.add(toCheckpoint(site, "filing, to the checkpoint", 1, SINGLE_ACTS));
    figures.add(underLoad(site, time));
    return figures;
  }

  private static Figure underLoad(Site site, Duration time) throws Exception {
    Thread load =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Figure unused = Load.run("load", 7, time, () -> () -> file(site, 0));
                  } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                  }
                });
    Figure figure = toCheckpoint(site, "filing, to it under load", 8, SINGLE_ACTS);
    load.join();
    return figure;
  }

  /**
   * From the answer that an act is committed until its entry is in a signed checkpoint: the receipt
   * is asked for again, under the same key, until it says so.
   */
  private static Figure toCheckpoint(Site site, String name, int clients, int acts)
      throws Exception {
    List<Long> nanos = new ArrayList<>();
    long errors = 0;
    for (int i = 0; i < acts; i++) {
      String key = UUID.randomUUID().toString();
      String body = body();
      if (site.post("/api/v1/reports", body, key, 0).statusCode() != 201) {
        errors++;
        continue;
      }
      long committed = System.nanoTime();
      HttpResponse<String> logged = site.post("/api/v1/reports", body, key, 10);
      if (logged.statusCode() == 201 && logged.body().contains("\"logged\"")) {
        nanos.add(System.nanoTime() - committed);
      } else {
        errors++;
      }
    }
    long[] times = nanos.stream().mapToLong(Long::longValue).toArray();
    return Figure.of(name, clients, times, errors, 0);
  }

  private static boolean file(Site site, int waitSeconds) throws Exception {
    String key = UUID.randomUUID().toString();
    return site.post("/api/v1/reports", body(), key, waitSeconds).statusCode() == 201;
  }

  private static String body() {
    return """
        {"allegation":"Petugas loket meminta uang agar berkas izin %s dikerjakan lebih dahulu. \
        Kejadian berulang setiap pekan dan disaksikan beberapa pemohon lain.",\
        "happenedFrom":"2026-02-03","place":"Loket 3, Dinas Perizinan",\
        "persons":[{"name":"Petugas loket 3","position":"pelaksana"}]}"""
        .formatted(UUID.randomUUID());
  }
}
