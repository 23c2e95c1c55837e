package org.jejak.search;

import java.util.Collection;
import java.util.List;

/** Reads one kind of file for the index and for the hits. */
interface Source {
  Kind kind();

  /**
   * Those of the files that belong into the index now. Asks no policy: the index is made of
   * everything, and a hit has passed {@link Sight} before it is read.
   */
  List<Described> read(Collection<String> handles);

  /** The handles of those that belong into the index now. */
  List<String> present(Collection<String> handles);
}
