package org.jejak.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The page with the cases of an investigator, as a browser asks for it. */
final class CaseList implements Benchmark {
  @Override
  public List<Figure> measure(Site site, Duration time) throws Exception {
    String session = site.signIn("investigator", "jejak-demo");
    Load.Request page =
        () -> {
          var answer = site.page("/cases", session);
          return answer.statusCode() == 200 && answer.body().contains("/cases/20");
        };
    Load.run("warm-up", 2, time.dividedBy(2), () -> page);
    List<Figure> figures = new ArrayList<>();
    for (int clients : new int[] {1, 8}) {
      Figure figure = Load.run("case list page", clients, time, () -> page);
      figures.add(figures.isEmpty() ? figure : figure.against(figures.getLast()));
    }
    return figures;
  }
}
