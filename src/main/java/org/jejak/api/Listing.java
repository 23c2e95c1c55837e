package org.jejak.api;

import java.util.List;
import java.util.function.Function;
import org.jejak.base.Slice;

/**
 * One page of a list as REST answers it.
 *
 * @param totalIsExact false where counting on would have been slow and {@code total} is the cap
 */
public record Listing<T>(List<T> items, long total, boolean totalIsExact, int page, int size) {
  public static <R, T> Listing<T> of(Slice<R> slice, Paging paging, Function<R, T> row) {
    return new Listing<>(
        slice.rows().stream().map(row).toList(),
        slice.total(),
        slice.totalIsExact(),
        paging.page(),
        paging.size());
  }
}
