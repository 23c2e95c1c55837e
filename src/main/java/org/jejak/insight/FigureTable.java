package org.jejak.insight;

import java.util.List;

/**
 * One table of figures, ready to be shown or frozen.
 *
 * @param id what it is about; its heading is the text of that name
 * @param query where its figures come from: the measures that were added up
 * @param columns the keys of the columns
 */
public record FigureTable(String id, String query, List<String> columns, List<Line> lines) {
  /** The key of the line that adds up the others. */
  public static final String TOTAL = "TOTAL";

  /** The key of the line for all groups that have none of their own. */
  public static final String OTHERS = "OTHERS";

  public FigureTable {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param key a code that the texts know, a month, or {@link #TOTAL}
   * @param name the name of a unit as it was; {@code null} where the key has words of its own
   */
  public record Line(String key, String name, List<Value> values) {
    public Line {
      values = List.copyOf(values);
    }
  }

  /**
   * One figure.
   *
   * @param shown false where it is under five, or would betray one that is
   * @param number 0 where it is not shown
   */
  public record Value(boolean shown, long number) {
    static final Value HIDDEN = new Value(false, 0);

    static Value of(long number) {
      return new Value(true, number);
    }
  }
}
