package org.jejak.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Query parameters {@code page} (from 1) and {@code size}; use as {@code @Valid @BeanParam}. */
public class Paging {
  @QueryParam("page")
  @DefaultValue("1")
  @Min(1)
  @Max(100_000)
  int page;

  @QueryParam("size")
  @DefaultValue("50")
  @Min(1)
  @Max(200)
  int size;

  /** The number of the page, from 1. */
  public int page() {
    return page;
  }

  /** Rows on a page, 1 to 200. */
  public int size() {
    return size;
  }

  /** Rows before this page. */
  public int offset() {
    return (page - 1) * size;
  }
}
