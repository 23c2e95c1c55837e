package org.jejak.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Some clients that do the same thing again and again, each waiting for its answer. */
final class Load {
  /** One request; false where it failed. */
  interface Request {
    boolean send() throws Exception;
  }

  private Load() {}

  static Figure run(String name, int clients, Duration time, Callable<Request> client)
      throws Exception {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      requests.add(client.call());
    }
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    AtomicLong errors = new AtomicLong();
    List<long[]> times = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<long[]>> running = new ArrayList<>();
      for (Request request : requests) {
        running.add(threads.submit(() -> repeat(request, end, errors)));
      }
      for (Future<long[]> one : running) {
        times.add(one.get());
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return Figure.of(name, clients, joined(times), errors.get(), seconds);
  }

  private static long[] repeat(Request request, long end, AtomicLong errors) throws Exception {
    List<Long> times = new ArrayList<>();
    while (System.nanoTime() < end) {
      long begin = System.nanoTime();
      if (request.send()) {
        times.add(System.nanoTime() - begin);
      } else {
        errors.incrementAndGet();
      }
    }
    return times.stream().mapToLong(Long::longValue).toArray();
  }

  private static long[] joined(List<long[]> parts) {
    return parts.stream().flatMapToLong(java.util.Arrays::stream).toArray();
  }
}
