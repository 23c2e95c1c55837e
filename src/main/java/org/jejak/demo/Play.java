package org.jejak.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What happens in the agency, in the order of time: a scene may put further scenes on, later than
 * itself. What would lie in the future does not happen.
 */
final class Play {
  private record Scene(Instant at, long order, Runnable act) {}

  private final PriorityQueue<Scene> scenes =
      new PriorityQueue<>(Comparator.comparing(Scene::at).thenComparing(Scene::order));
  private final DemoClock clock;
  private final Instant end;
  private long put;

  Play(DemoClock clock, Instant end) {
    this.clock = clock;
    this.end = end;
  }

  void at(Instant moment, Runnable act) {
    if (moment.isBefore(end)) {
      scenes.add(new Scene(moment, put++, act));
    }
  }

  /** Plays all scenes to the end; tells {@code audience} after each how many are over. */
  void run(java.util.function.IntConsumer audience) {
    int over = 0;
    for (Scene scene = scenes.poll(); scene != null; scene = scenes.poll()) {
      clock.tell(scene.at());
      scene.act().run();
      audience.accept(++over);
    }
  }
}
