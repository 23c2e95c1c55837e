package org.jejak.bad.base;

import org.jejak.bad.web.PageWithEverything;

/** The lowest package knows a page. */
public class ReachesUp {
  public PageWithEverything page() {
    return new PageWithEverything();
  }
}
