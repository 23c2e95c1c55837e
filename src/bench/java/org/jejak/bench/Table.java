package org.jejak.bench;

import java.util.Locale;

/** The figures for people. */
final class Table {
  private Table() {}

  static void head() {
    System.out.printf(
        "%-28s %7s %7s %6s %8s %8s %8s %8s %6s%n",
        "benchmark", "clients", "count", "errors", "per s", "p50 ms", "p95 ms", "p99 ms", "ratio");
  }

  static void row(Figure f) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %7d %7d %6d %8s %8.1f %8.1f %8.1f %6s%n",
        f.name(),
        f.clients(),
        f.count(),
        f.errors(),
        f.rate() == 0 ? "" : String.format(Locale.ROOT, "%.1f", f.rate()),
        f.p50(),
        f.p95(),
        f.p99(),
        f.ratio() == 0 ? "" : String.format(Locale.ROOT, "%.2f", f.ratio()));
  }
}
