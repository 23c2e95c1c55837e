package org.jejak.bench;

import java.time.Duration;
import java.util.List;

/** One thing that is measured. */
interface Benchmark {
  /** Measures the site, each figure for about this time. */
  List<Figure> measure(Site site, Duration time) throws Exception;
}
