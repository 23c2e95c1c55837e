package org.jejak.insight;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * All figures of one period, as everybody sees them.
 *
 * @param from first month that was asked for, {@code to} the last
 * @param closedTo the last month of the period that is over; empty where none is
 * @param position index of the last entry of the log that was counted
 * @param medianDays days from opening to conclusion that half of the cases needed at most; empty
 *     where fewer than five were concluded, or their number is hidden
 */
public record Figures(
    YearMonth from,
    YearMonth to,
    Optional<YearMonth> closedTo,
    long position,
    FigureTable.Value running,
    FigureTable.Value opened,
    FigureTable.Value concluded,
    Optional<Integer> medianDays,
    List<FigureTable> tables) {
  public Figures {
    tables = List.copyOf(tables);
  }

  /** The table of this id. */
  public FigureTable table(String id) {
    return tables.stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no table " + id));
  }
}
