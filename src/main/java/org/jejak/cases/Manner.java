package org.jejak.cases;

import java.util.List;
import org.jejak.rules.Law;

/** How a moral sanction is made known. */
@Law("PP 42/2004 Ps 15")
public enum Manner {
  CLOSED_ROOM("ETH-1"),
  FORMAL_MEETING("ETH-2"),
  CEREMONY("ETH-2"),
  POSTING("ETH-2"),
  MASS_MEDIA("ETH-2");

  private final String sanction;

  Manner(String sanction) {
    this.sanction = sanction;
  }

  /** The code of the moral sanction that is made known in this manner. */
  public String sanction() {
    return sanction;
  }

  /** The manners of this moral sanction. */
  public static List<Manner> of(String sanction) {
    return List.of(values()).stream().filter(manner -> manner.sanction.equals(sanction)).toList();
  }
}
