package org.jejak.bad.search;

import org.jejak.bad.insight.Figures;

/** A follower knows another follower. */
public class KnowsItsNeighbour {
  public Figures figures() {
    return new Figures();
  }
}
