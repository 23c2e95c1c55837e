package org.jejak.web.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.jejak.insight.FigureTable;

/**
 * Tables of figures as charts of Chart.js: bars from left to right, months from the left. What is
 * hidden has no bar. The colours come from the page's own script.
 */
@Named("figureCharts")
@RequestScoped
public class FigureCharts {
  private static final String MONTHS = "month";

  @Inject FigureWords figureWords;

  /** The chart of a table, as JSON. */
  public String of(FigureTable table) {
    List<FigureTable.Line> lines = figureWords.drawn(table);
    JsonArrayBuilder labels = Json.createArrayBuilder();
    lines.forEach(line -> labels.add(figureWords.name(line)));
    JsonArrayBuilder sets = Json.createArrayBuilder();
    for (int column = 0; column < table.columns().size(); column++) {
      sets.add(
          Json.createObjectBuilder()
              .add("label", figureWords.column(table.columns().get(column)))
              .add("data", data(lines, column)));
    }
    JsonObject options =
        Json.createObjectBuilder()
            .add("indexAxis", table.id().equals(MONTHS) ? "x" : "y")
            .add("maintainAspectRatio", false)
            .build();
    return Json.createObjectBuilder()
        .add("type", "bar")
        .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", sets))
        .add("options", options)
        .build()
        .toString();
  }

  private static JsonArrayBuilder data(List<FigureTable.Line> lines, int column) {
    JsonArrayBuilder data = Json.createArrayBuilder();
    for (FigureTable.Line line : lines) {
      FigureTable.Value value = line.values().get(column);
      if (value.shown()) {
        data.add(value.number());
      } else {
        data.addNull();
      }
    }
    return data;
  }
}
