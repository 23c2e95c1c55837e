package org.jejak.web;

import java.util.List;

/**
 * A part of the home page that a feature gives: things to do, or things of one's own. A feature
 * makes a bean of it; sections come in the order of {@link #order()}.
 */
public interface HomeSection {
  /** Its id on the page, e.g. {@code my-cases}. */
  String id();

  /** The key of its heading. */
  String titleKey();

  /** 10 for what is worked on daily, 50 for what one owns, 90 for what is good to know. */
  int order();

  /** Whether the one who acts now has this section at all. */
  boolean isShown();

  /**
   * Whether its rows are things to do: those with a deadline then come first on the page, late ones
   * on top.
   */
  boolean isToDo();

  /** At most 10 rows, the most urgent first. */
  List<Row> rows();

  /** The key of the sentence for no rows: why, and what comes. */
  String emptyKey();

  /** Where all of them are; {@code null} where there is nothing more. */
  default Link more() {
    return null;
  }

  /**
   * One thing.
   *
   * @param link where it is done or seen, and its words
   * @param detail a few words more; may be {@code null}
   * @param due by when; may be {@code null}
   */
  record Row(Link link, String detail, Deadline due) {}

  /**
   * A link of the home page.
   *
   * @param path from the root of the application
   * @param words in the language of the request
   */
  record Link(String path, String words) {}
}
