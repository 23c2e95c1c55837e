package org.jejak.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What was measured at one load.
 *
 * @param clients how many asked at a time
 * @param rate successful answers in a second; 0 where only times were of interest
 * @param p50 median, p95 and p99 in milliseconds
 * @param ratio of the rate to that of the load before; 0 where there is none
 */
record Figure(
    String name,
    int clients,
    long count,
    long errors,
    double rate,
    double p50,
    double p95,
    double p99,
    double ratio) {

  static Figure of(String name, int clients, long[] nanos, long errors, double seconds) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Figure(
        name,
        clients,
        sorted.length,
        errors,
        seconds == 0 ? 0 : sorted.length / seconds,
        at(sorted, 0.50),
        at(sorted, 0.95),
        at(sorted, 0.99),
        0);
  }

  /** With the ratio of its rate to that of another. */
  Figure against(Figure before) {
    double ratio = before.rate == 0 ? 0 : rate / before.rate;
    return new Figure(name, clients, count, errors, rate, p50, p95, p99, ratio);
  }

  Figure called(String otherName) {
    return new Figure(otherName, clients, count, errors, rate, p50, p95, p99, ratio);
  }

  Figure withRate(double other) {
    return new Figure(name, clients, count, errors, other, p50, p95, p99, ratio);
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"clients\":%d,\"count\":%d,\"errors\":%d,\"rate\":%.1f,"
            + "\"p50ms\":%.1f,\"p95ms\":%.1f,\"p99ms\":%.1f,\"ratio\":%.2f}",
        name,
        clients,
        count,
        errors,
        rate,
        p50,
        p95,
        p99,
        ratio);
  }

  private static double at(long[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }
}
