package org.jejak.base;

import java.util.List;

/**
 * One page of a list, made by the database.
 *
 * @param rows the rows of this page, in the list's order
 * @param total how many there are, or the cap where counting on would be slow
 * @param totalIsExact whether {@code total} is the true number
 */
public record Slice<T>(List<T> rows, long total, boolean totalIsExact) {
  /** Where counting stops. */
  public static final int COUNTED = 10_000;

  public Slice {
    rows = List.copyOf(rows);
  }
}
